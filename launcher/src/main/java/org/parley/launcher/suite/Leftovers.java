package org.parley.launcher.suite;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.parley.launcher.home.Home;
import org.parley.launcher.home.RunState;
import org.parley.launcher.postgres.EmbeddedServer;

/** What a launcher that was killed leaves behind. Asked for only while the home's lock is ours, so all of it is nobody's. */
final class Leftovers {

    /** Services end by themselves when their pipe closes; after this they are ended. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private Leftovers() {}

    /** Clears it away. True when there was something. */
    static boolean clear(Home home) throws InterruptedException {
        Optional<RunState> left = RunState.read(home);
        boolean any = left.isPresent();
        if (left.isPresent()) {
            for (long pid : left.get().processes().values()) {
                Optional<ProcessHandle> service = ProcessHandle.of(pid).filter(Leftovers::isService);
                if (service.isPresent()) {
                    end(service.get());
                }
            }
        }
        any |= EmbeddedServer.stopOrphan(home);
        RunState.remove(home);
        return any;
    }

    private static void end(ProcessHandle service) throws InterruptedException {
        try {
            service.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            service.destroyForcibly();
            service.onExit().join();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The number may meanwhile be another program's. */
    private static boolean isService(ProcessHandle process) {
        return process.isAlive() && process.info().commandLine().orElse("").contains("quarkus-run.jar");
    }
}
