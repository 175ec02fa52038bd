package org.parley.launcher.suite;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.parley.launcher.Failure;
import org.parley.launcher.home.LogTail;

/** Waits until a service says that it can work. */
final class Readiness {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    void await(ServiceProcess service, String address) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        Instant deadline = Instant.now().plus(PATIENCE);
        String last = "no answer";
        while (Instant.now().isBefore(deadline)) {
            if (!service.isAlive()) {
                throw new Failure(service.name() + " ended with exit code " + service.exitCode()
                        + " before it was ready.\n" + LogTail.of(service.log(), 20));
            }
            try {
                HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == 200) {
                    return;
                }
                last = answer.statusCode() + " " + answer.body().replaceAll("\\s+", " ");
            } catch (IOException notYet) {
                last = "no answer";
            }
            Thread.sleep(40);
        }
        throw new Failure(service.name() + " is not ready after " + PATIENCE.toSeconds() + " s (" + last + ").\n"
                + LogTail.of(service.log(), 20));
    }
}
