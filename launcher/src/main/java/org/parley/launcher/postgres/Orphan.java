package org.parley.launcher.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.parley.launcher.Failure;

/**
 * A PostgreSQL that outlived its launcher. It is a process group of its own, so a launcher that is killed leaves it
 * running; it is stopped before a new one starts, because its port and settings are those of the launcher that is gone.
 */
final class Orphan {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Orphan() {}

    /** Stops the server of this data folder, if one runs. True when there was one. */
    static boolean stop(Path data) throws IOException, InterruptedException {
        Optional<ProcessHandle> server = running(data);
        if (server.isEmpty()) {
            return false;
        }
        long pid = server.get().pid();
        // SIGINT is PostgreSQL's fast shutdown: sessions are cut, nothing committed is lost. Java itself sends only
        // TERM.
        new ProcessBuilder("kill", "-INT", Long.toString(pid))
                .inheritIO()
                .start()
                .waitFor();
        try {
            server.get().onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new Failure(
                    "The PostgreSQL of an earlier start (process " + pid + ") does not stop. Stop it by hand.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return true;
    }

    /** The server of this data folder. */
    static Optional<ProcessHandle> running(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        // The number may meanwhile be another program's.
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().command().orElse("").endsWith("/postgres"));
    }
}
