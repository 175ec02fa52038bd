package org.parley.launcher.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.parley.launcher.Failure;
import org.parley.launcher.FreePorts;
import org.parley.launcher.Terminal;
import org.parley.launcher.article.Samples;
import org.parley.launcher.client.SuiteClient;
import org.parley.launcher.home.Home;
import org.parley.launcher.postgres.EmbeddedServer;
import picocli.CommandLine.Command;

/**
 * The last step of the build: runs the suite once on a home that is thrown away, so that each Java process writes down the
 * classes it has loaded. Later starts map that file and spend half of the time. A build on a machine where the suite cannot run is
 * still a build: it says so, and starts are slower.
 */
@Command(
        name = "archive",
        addMethodSubcommands = false,
        hidden = true,
        description = "Make the class archives that let the services start quickly.")
public final class ArchiveCommand implements Callable<Integer> {

    @Override
    public Integer call() throws IOException, InterruptedException {
        Programs programs = Programs.find();
        // This process writes its own archive there when it ends, whatever becomes of the others.
        programs.forgetArchives();
        if (!programs.arePackaged()) {
            Terminal.say("No class archives: not all services are packaged.");
            return 0;
        }
        Path folder = Files.createTempDirectory("parley-archive-");
        try {
            run(new Home(folder), programs);
        } catch (Failure e) {
            Terminal.complain("No class archives, so starts will be slower: " + e.getMessage());
        } finally {
            delete(folder);
        }
        return 0;
    }

    private static void run(Home home, Programs programs) throws IOException, InterruptedException {
        home.create();
        delete(programs.postgres());
        Suite suite = new Suite(home, new Ports(FreePorts.four()), programs.archiving(), Map.of());
        Runtime.getRuntime().addShutdownHook(new Thread(suite::stop, "stop"));
        try {
            suite.start();
            // What the first requests load belongs to a start as a person sees it.
            SuiteClient client = SuiteClient.of(home);
            Samples.load(client);
            client.get("/v1/status").orFail();
        } finally {
            suite.stop();
        }
        EmbeddedServer.keepPrograms(home, programs.postgres());
    }

    private static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        List<Path> inside;
        try (Stream<Path> paths = Files.walk(folder)) {
            inside = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : inside) {
            Files.deleteIfExists(path);
        }
    }
}
