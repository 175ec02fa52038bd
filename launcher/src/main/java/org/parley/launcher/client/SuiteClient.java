package org.parley.launcher.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.parley.launcher.Failure;
import org.parley.launcher.home.Home;
import org.parley.launcher.home.RunState;
import org.parley.launcher.home.Secrets;

/** Asks the running suite through its public door, with the admin key of the home. */
public final class SuiteClient {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int TRIES = 5;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String door;
    private final String key;

    private SuiteClient(String door, String key) {
        this.door = door;
        this.key = key;
    }

    /** Of the suite that runs on this home; a clear message when none does. */
    public static SuiteClient of(Home home) {
        return new SuiteClient(RunState.require(home).gateway(), new Secrets(home).adminKey());
    }

    /** The answer's status and text; a status that tells of overload is waited out. */
    public Answer send(String method, String path, String mediaType, byte[] body) {
        HttpRequest request = request(path)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                .header("Content-Type", mediaType)
                .build();
        return send(request);
    }

    public Answer get(String path) {
        return send(request(path).GET().build());
    }

    public Answer delete(String path) {
        return send(request(path).DELETE().build());
    }

    /** The answer as it comes, for exports that may be large. */
    public InputStream stream(String path) {
        try {
            HttpResponse<InputStream> response =
                    http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                try (InputStream in = response.body()) {
                    String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    throw new Failure(Problem.of(response.statusCode(), text));
                }
            }
            return response.body();
        } catch (IOException e) {
            throw unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", e);
        }
    }

    public static String parameter(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(door + path))
                .timeout(PATIENCE)
                .header("Accept", "application/json, application/x-ndjson, application/problem+json")
                .header("Authorization", "Bearer " + key);
    }

    private Answer send(HttpRequest request) {
        try {
            for (int tried = 1; ; tried++) {
                HttpResponse<String> response =
                        http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
                boolean overloaded = response.statusCode() == 429 || response.statusCode() == 503;
                if (!overloaded || tried == TRIES) {
                    return new Answer(response.statusCode(), response.body());
                }
                Thread.sleep(1000
                        * response.headers().firstValueAsLong("Retry-After").orElse(1));
            }
        } catch (IOException e) {
            throw unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", e);
        }
    }

    private Failure unreachable(IOException e) {
        return new Failure("Parley does not answer at " + door + ". Does it still run? (./parley starts it)", e);
    }

    /**
     * What the suite answered.
     *
     * @param status HTTP status
     * @param body text of the answer
     */
    public record Answer(int status, String body) {

        public boolean ok() {
            return status / 100 == 2;
        }

        /** The body of a success; else a failure with what the problem says. */
        public String orFail() {
            if (!ok()) {
                throw new Failure(Problem.of(status, body));
            }
            return body;
        }
    }
}
