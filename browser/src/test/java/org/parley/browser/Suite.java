package org.parley.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged suite, as people start it, on a home and ports of its own, with the sample dossier read. */
final class Suite {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static Suite started;

    private final Outside outside = new Outside();
    private final URI address;
    private final Path home;
    private final Process process;

    private Suite() {
        try {
            home = Files.createTempDirectory("parley-browser");
            int port = freePort();
            address = URI.create("http://localhost:" + port);
            Path project = Path.of(System.getProperty("parley.project"));
            ProcessBuilder command = new ProcessBuilder(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-XX:+UseSerialGC",
                    "-jar",
                    project.resolve("launcher/target/parley-launcher.jar").toString(),
                    "up"));
            command.environment().put("PARLEY_HOME", home.toString());
            command.environment().put("PARLEY_PORT", String.valueOf(port));
            command.environment().put("PARLEY_OUTBOUND_ALLOW", outside.host());
            command.redirectErrorStream(true)
                    .redirectOutput(home.resolve("up.log").toFile());
            process = command.start();
            Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        } catch (IOException e) {
            throw new UncheckedIOException("the suite cannot be started; package the project first", e);
        }
    }

    /** One for all tests: a start takes seconds. */
    static synchronized Suite running() {
        if (started == null) {
            started = new Suite();
            started.awaitSamples();
        }
        return started;
    }

    /** The gateway and the ports above it are asked for together. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return Math.max(10_000, Math.min(60_000, socket.getLocalPort() / 10 * 10));
        }
    }

    private void awaitSamples() {
        Instant until = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(until) && process.isAlive()) {
            if (isRead()) {
                return;
            }
            pause();
        }
        throw new AssertionError("the suite did not get ready; it said:\n" + said());
    }

    private boolean isRead() {
        try {
            String status = HTTP.send(
                            HttpRequest.newBuilder(address.resolve("/v1/status"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            return status.contains("\"pendingArticles\":0")
                    && !status.contains("\"articles\":0")
                    && !status.contains("\"statements\":0");
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String said() {
        try {
            return Files.readString(home.resolve("up.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void stop() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    URI address() {
        return address;
    }

    /** Where articles come from and changes go to. */
    Outside outside() {
        return outside;
    }

    /** The key that may do everything. */
    String adminKey() {
        try {
            return Files.readString(home.resolve("keys/admin.key")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hands an article in, as a partner's program would. */
    void submit(String json) {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/v1/articles"))
                .header("Authorization", "Bearer " + adminKey())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        try {
            var answer = HTTP.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new AssertionError(answer.statusCode() + " " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
