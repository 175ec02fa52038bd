package org.parley.launcher.suite;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.parley.launcher.Failure;
import org.parley.launcher.home.Home;
import org.parley.launcher.home.LogTail;
import org.parley.launcher.home.RunState;
import org.parley.launcher.home.Secrets;
import org.parley.launcher.postgres.EmbeddedServer;
import org.parley.launcher.postgres.ExternalServer;
import org.parley.launcher.postgres.ServiceDatabase;

/**
 * PostgreSQL and the three services. Each step of starting holds this object's lock, so a stop that comes in between
 * (Ctrl-C runs it on another thread) waits for the step and then sees everything that step began.
 */
final class Suite {

    /** Writing a class archive takes a few seconds of it. */
    private static final long STOP_SECONDS = 30;
    /** On a busy machine writing an archive takes longer than any stop, and half an archive is none. */
    private static final long ARCHIVE_SECONDS = 180;

    private final Home home;
    private final Ports ports;
    private final Secrets secrets;
    private final Programs programs;
    private final Map<String, String> environment;
    private final Map<String, ServiceProcess> services = new LinkedHashMap<>();
    private final CompletableFuture<String> died = new CompletableFuture<>();
    private EmbeddedServer postgres;
    private volatile boolean stopped;

    Suite(Home home, Ports ports, Programs programs, Map<String, String> environment) {
        this.home = home;
        this.ports = ports;
        this.secrets = new Secrets(home);
        this.programs = programs;
        this.environment = environment;
    }

    void start() throws InterruptedException {
        Map<String, ServiceDatabase> databases = startDatabases();
        for (String name : ServiceDatabase.SERVICES) {
            startService(name, databases.get(name));
        }
        Readiness readiness = new Readiness();
        for (ServiceProcess service : running()) {
            readiness.await(service, ports.address(service.name()));
        }
        noteMigrations(databases);
    }

    /** A server of others keeps no such note: Flyway looks there at each start. */
    private synchronized void noteMigrations(Map<String, ServiceDatabase> databases) {
        checkNotStopped();
        Map<String, String> builds = new LinkedHashMap<>();
        databases.forEach((name, database) -> {
            String build = programs.build(name);
            if (!build.equals(database.migratedBy())) {
                builds.put(name, build);
            }
        });
        if (postgres != null && !builds.isEmpty()) {
            postgres.noteMigratedBy(builds);
        }
    }

    private synchronized Map<String, ServiceDatabase> startDatabases() throws InterruptedException {
        checkNotStopped();
        Map<String, ServiceDatabase> databases = new LinkedHashMap<>();
        String url = environment.get("PARLEY_DB_URL");
        if (url != null && !url.isBlank()) {
            ExternalServer server = ExternalServer.prepare(url.strip(), secrets);
            ServiceDatabase.SERVICES.forEach(name -> databases.put(name, server.database(name)));
            return databases;
        }
        postgres = EmbeddedServer.start(home, secrets, ports.of("PostgreSQL"), programs.postgres());
        var unused = postgres.onExit()
                .thenRun(() -> died.complete("PostgreSQL has ended.\n" + LogTail.of(home.log("postgres"), 10)));
        ServiceDatabase.SERVICES.forEach(name -> databases.put(name, postgres.database(name)));
        return databases;
    }

    private synchronized void startService(String name, ServiceDatabase database) {
        checkNotStopped();
        ServiceSettings settings = new ServiceSettings(ports, secrets, environment);
        ServiceProcess service = ServiceProcess.start(
                name,
                programs.command(name, settings.javaOptions(name)),
                settings.environment(name, database, programs.build(name)),
                home.path(),
                home.log(name));
        services.put(name, service);
        // Written anew with each process, so that a killed launcher leaves no service that nobody knows of.
        state().write(home);
        var unused = service.onExit()
                .thenAccept(process -> died.complete(service.name() + " has ended with exit code " + process.exitValue()
                        + ".\n" + LogTail.of(service.log(), 10)));
    }

    private RunState state() {
        Map<String, Long> processes = new LinkedHashMap<>();
        services.forEach((name, service) -> processes.put(name, service.pid()));
        return new RunState(
                ProcessHandle.current().pid(),
                ports.address("gateway"),
                ports.address("sources"),
                ports.address("events"),
                Instant.now(),
                processes);
    }

    private synchronized List<ServiceProcess> running() {
        return List.copyOf(services.values());
    }

    /** Completes with what to tell the person when PostgreSQL or a service ends by itself. */
    CompletableFuture<String> died() {
        return died;
    }

    boolean isStopped() {
        return stopped;
    }

    private void checkNotStopped() {
        if (stopped) {
            throw new Failure("Stopped before everything was up.");
        }
    }

    /** Stops the services, then PostgreSQL, so that no service loses its database while it finishes. */
    synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        try {
            // The door first: what came through it is finished behind it.
            List<ServiceProcess> backwards = new ArrayList<>(services.values());
            Collections.reverse(backwards);
            backwards.forEach(ServiceProcess::askToStop);
            for (ServiceProcess service : backwards) {
                service.awaitEnd(programs.archives() ? ARCHIVE_SECONDS : STOP_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (postgres != null) {
            postgres.close();
        }
        RunState.remove(home);
    }
}
