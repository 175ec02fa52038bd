package org.parley.launcher.suite;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.parley.launcher.Failure;
import org.parley.launcher.Terminal;
import org.parley.launcher.home.Home;
import org.parley.launcher.home.HomeLock;
import org.parley.launcher.home.Secrets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "up",
        addMethodSubcommands = false,
        description = {
            "Start PostgreSQL and the three services, wait until they are ready, and stay until Ctrl-C.",
            "The very first start loads a sample dossier: nine articles about fictional ceasefire talks."
        },
        footer = {
            "",
            "Environment:",
            "  PARLEY_HOME       folder for keys, data and logs (default ./.parley)",
            "  PARLEY_PORT       public port (default 8080); the next three are used too",
            "  PARLEY_DB_URL     PostgreSQL server to use instead of the one Parley brings",
            "  PARLEY_JAVA_OPTS  Java options of the services"
        })
public final class UpCommand implements Callable<Integer> {

    @Option(names = "--no-samples", description = "start empty: do not load the sample dossier")
    private boolean noSamples;

    private final Map<String, String> environment = System.getenv();

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        Instant began = Instant.now();
        Home home = Home.of(environment);
        Ports ports = Ports.of(environment);
        home.create();
        try (HomeLock lock = HomeLock.take(home)) {
            if (Leftovers.clear(home)) {
                Terminal.say("The last run on " + home.path() + " did not end properly; cleared up after it.");
            }
            ports.checkFree(usesEmbedded());
            Suite suite = new Suite(home, ports, Programs.find(), environment);
            stopAtShutdown(suite);
            return run(suite, home, ports, began);
        }
    }

    private int run(Suite suite, Home home, Ports ports, Instant began)
            throws InterruptedException, ExecutionException {
        Terminal.say("Starting Parley on " + home.path() + " ...");
        try {
            suite.start();
            greet(home, ports, Duration.between(began, Instant.now()));
            FirstStart.samples(home, !noSamples);
            System.gc(); // from here on we only wait: unpacking PostgreSQL took much more than that needs
        } catch (Failure e) {
            yieldToShutdown(suite);
            suite.stop();
            throw e;
        }
        String death = suite.died().get();
        yieldToShutdown(suite);
        suite.stop();
        throw new Failure(death + "\nStopped the rest.");
    }

    /** Ctrl-C reaches the services too: their end is news only when we are not being stopped ourselves. */
    private static void yieldToShutdown(Suite suite) throws InterruptedException {
        Thread.sleep(500);
        if (suite.isStopped()) {
            Thread.currentThread().join(); // until the shutdown, which is under way, has ended this process
        }
    }

    private static void stopAtShutdown(Suite suite) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            if (!suite.isStopped()) {
                                Terminal.say("\nStopping ...");
                                suite.stop();
                                Terminal.say("Stopped.");
                            }
                        },
                        "stop"));
    }

    private boolean usesEmbedded() {
        String url = environment.get("PARLEY_DB_URL");
        return url == null || url.isBlank();
    }

    private static void greet(Home home, Ports ports, Duration took) {
        String door = "http://localhost:" + ports.gateway();
        Secrets secrets = new Secrets(home);
        // Elsewhere than on a terminal the output is kept by somebody: a log is no place for a key.
        String key = Terminal.isTerminal() ? secrets.adminKey() : "in " + secrets.adminKeyFile();
        Terminal.say("""
                Parley is ready (%.1f s).
                  start here %s/
                  GraphQL    %s/graphql
                  REST       %s/v1
                  admin key  %s
                  logs       %s
                Stop it with Ctrl-C.""".formatted(took.toMillis() / 1000.0, door, door, door, key, home.logs()));
    }
}
