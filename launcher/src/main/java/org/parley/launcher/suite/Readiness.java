package org.parley.launcher.suite;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.parley.launcher.Failure;
import org.parley.launcher.home.LogTail;

/**
 * Waits until a service says that it can work. It asks often while the services need every core, so it asks with the JDK's plainest
 * client: the newer one costs more to load than all of its questions.
 */
final class Readiness {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int TIMEOUT_MILLIS = 5000;

    void await(ServiceProcess service, String address) throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        String last = "no answer";
        while (Instant.now().isBefore(deadline)) {
            if (!service.isAlive()) {
                throw new Failure(service.name() + " ended with exit code " + service.exitCode()
                        + " before it was ready.\n" + LogTail.of(service.log(), 20));
            }
            try {
                last = ask(address);
                if (last.isEmpty()) {
                    return;
                }
            } catch (IOException notYet) {
                last = "no answer";
            }
            Thread.sleep(50);
        }
        throw new Failure(service.name() + " is not ready after " + PATIENCE.toSeconds() + " s (" + last + ").\n"
                + LogTail.of(service.log(), 20));
    }

    /** Empty when the service is ready, else what it answers. */
    private static String ask(String address) throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create(address + "/q/health/ready").toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        int status = connection.getResponseCode();
        try (InputStream body = status >= 400 ? connection.getErrorStream() : connection.getInputStream()) {
            String text = body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
            return status == 200 ? "" : status + " " + text.replaceAll("\\s+", " ");
        }
    }
}
