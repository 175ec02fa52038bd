package org.parley.launcher.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.parley.launcher.home.Home;
import org.parley.launcher.home.RunState;

/** The packaged launcher as ./parley starts it, on a home and ports of a test's own. */
final class Launched {

    private static final Path JAR = Path.of("target", "parley-launcher.jar").toAbsolutePath();

    private final Process process;
    private final Path out;

    private Launched(Process process, Path out) {
        this.process = process;
        this.out = out;
    }

    static Launched start(Home home, int port, String... arguments) {
        try {
            Path out = Files.createTempFile("parley-launched-", ".out");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Dfile.encoding=UTF-8",
                    "-jar",
                    JAR.toString()));
            command.addAll(List.of(arguments));
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
            builder.environment().put("PARLEY_HOME", home.path().toString());
            builder.environment().put("PARLEY_PORT", Integer.toString(port));
            builder.environment().remove("PARLEY_DB_URL");
            return new Launched(builder.start(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command to its end. */
    static Launched run(Home home, int port, String... arguments) throws InterruptedException {
        Launched launched = start(home, port, arguments);
        launched.exitCode();
        return launched;
    }

    /** Waits until the output holds these words. */
    Launched says(String words) throws InterruptedException {
        until(words, () -> output().contains(words) || !process.isAlive());
        if (!output().contains(words)) {
            throw new AssertionError("ended without saying \"" + words + "\" but:\n" + output());
        }
        return this;
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(180, TimeUnit.SECONDS)) {
            throw new AssertionError("still runs after 180 s:\n" + output());
        }
        return process.exitValue();
    }

    String output() {
        try {
            return Files.readString(out, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void terminate() {
        process.destroy();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** For the end of a test that failed: leaves no process behind. */
    static void killAll(Home home) {
        RunState.read(home).ifPresent(run -> {
            ProcessHandle.of(run.launcher()).ifPresent(ProcessHandle::destroyForcibly);
            run.processes().values().forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
        });
    }

    static void until(String what, BooleanSupplier reached) throws InterruptedException {
        Instant deadline = Instant.now().plus(Duration.ofMinutes(3));
        while (!reached.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("not within three minutes: " + what);
            }
            Thread.sleep(100);
        }
    }
}
