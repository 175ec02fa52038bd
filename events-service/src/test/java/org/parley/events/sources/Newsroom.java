package org.parley.events.sources;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.parley.testkit.TestTokens;

/** Hands articles to the real sources-service and waits until events-service has read them. */
public final class Newsroom {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Newsroom() {}

    /** An article as sources-service answered for it. */
    public record Printed(UUID id, int version, String fate) {}

    /** A sample of the fictional ceasefire talks, {@code 01} to {@code 09}. */
    public static Printed printSample(String name) {
        return post(sample(name), name + ".json");
    }

    /** An article in the form of the dossiers, under the name of its file. */
    public static Printed printJson(String json, String file) {
        return post(json, file);
    }

    /** All samples, printed once and read; by name. */
    public static Map<String, Printed> dossier() {
        Map<String, Printed> printed = new LinkedHashMap<>();
        for (int i = 1; i <= 9; i++) {
            printed.put("0" + i, printSample("0" + i));
        }
        printed.values().forEach(Newsroom::awaitRead);
        return printed;
    }

    /** An article under an address; the same address again is a new version. */
    public static Printed print(String url, String text) {
        return post(
                Map.of("url", url, "text", text, "outlet", "Test Gazette", "published", "2027-03-04T10:00:00Z"), null);
    }

    /** As {@link #print(String, String)}, retrieved at a time of its own. */
    public static Printed print(String url, String text, Instant retrieved) {
        return post(
                Map.of(
                        "url",
                        url,
                        "text",
                        text,
                        "outlet",
                        "Test Gazette",
                        "published",
                        "2027-03-04T10:00:00Z",
                        "retrieved",
                        retrieved.toString()),
                null);
    }

    /** The text of a version as sources-service keeps it. */
    public static String text(UUID article, int version) {
        return sources("read")
                .get("/v1/article-versions/%s/%d".formatted(article, version))
                .then()
                .statusCode(200)
                .extract()
                .path("text");
    }

    public static String address() {
        return "https://gazette.example.org/" + UUID.randomUUID();
    }

    /** Waits until a version has been read, and fails if it could not be. */
    public static void awaitRead(Printed printed) {
        Instant until = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(until)) {
            JsonPath read = events("read")
                    .get("/v1/status/articles/%s/%d".formatted(printed.id(), printed.version()))
                    .jsonPath();
            String state = read.getString("state");
            if ("DONE".equals(state)) {
                return;
            }
            assertThat(state).as("%s", read.getString("error")).isNotEqualTo("FAILED");
            rest();
        }
        throw new AssertionError("version %d of %s was not read".formatted(printed.version(), printed.id()));
    }

    public static RequestSpecification events(String... scopes) {
        // Before the first test of a class nobody has told REST Assured the port.
        return given().port(ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class))
                .header("Authorization", TestTokens.bearer("events", scopes))
                .contentType("application/json");
    }

    public static RequestSpecification sources(String... scopes) {
        return given().baseUri(System.getProperty(SourcesProcess.URL))
                .port(java.net
                        .URI
                        .create(System.getProperty(SourcesProcess.URL))
                        .getPort())
                .header("Authorization", TestTokens.bearer("sources", scopes))
                .contentType("application/json");
    }

    private static Printed post(Object article, String file) {
        Map<String, String> parameters = new HashMap<>();
        if (file != null) {
            parameters.put("file", file);
        }
        JsonPath answer = sources("admin")
                .queryParams(parameters)
                .body(article)
                .post("/v1/articles")
                .then()
                .extract()
                .jsonPath();
        assertThat(answer.getString("fate")).as(answer.prettify()).isNotNull();
        return new Printed(
                UUID.fromString(answer.getString("article.id")),
                answer.getInt("article.version"),
                answer.getString("fate"));
    }

    private static String sample(String name) {
        try (InputStream in = Newsroom.class.getResourceAsStream("/samples/" + name + ".json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void rest() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
