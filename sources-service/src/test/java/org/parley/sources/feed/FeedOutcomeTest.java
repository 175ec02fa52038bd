package org.parley.sources.feed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.parley.sources.Calls.admin;
import static org.parley.sources.Calls.as;
import static org.parley.sources.Calls.members;
import static org.parley.sources.Calls.outlet;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.parley.sources.SourcesTest;

@QuarkusTest
@SourcesTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class FeedOutcomeTest extends FeedFixture {

    @Test
    void every_way_to_fail_has_its_outcome_and_a_feed_that_breaks_and_recovers_is_told() {
        String id = feed("Failing " + UUID.randomUUID(), "/feed");
        server.on("/page", 200, "<html><body>Hello</body></html>");
        server.on("/empty", 200, rss());
        server.on("/500", 500, "");
        server.on("/403", 403, "");
        server.on("/429", 429, "", "Retry-After", "7200");
        server.on("/loop", 302, "", "Location", "/loop");
        server.on("/bomb", 200, gzip(new byte[30_000_000]), "Content-Encoding", "gzip");
        server.on("/slow", (request, out) -> pause(4_000));
        server.on("/hundred", (request, out) -> {
            out.write("HTTP/1.1 200 OK\r\n\r\n<rss><channel>".getBytes(ISO_8859_1));
            byte[] filler = "<item><title>x</title></item>".repeat(1_000).getBytes(UTF_8);
            for (int i = 0; i < 4_000; i++) {
                out.write(filler);
            }
        });

        for (List<String> expected : List.of(
                List.of("/page", "INVALID"),
                List.of("/empty", "EMPTY"),
                List.of("/500", "SERVER_ERROR"),
                List.of("/403", "BLOCKED"),
                List.of("/404", "NOT_FOUND"),
                List.of("/429", "RATE_LIMITED"),
                List.of("/loop", "REDIRECTS"),
                List.of("/bomb", "TOO_LARGE"),
                List.of("/hundred", "TOO_LARGE"),
                List.of("/slow", "TIMEOUT"))) {
            Response tested = admin("POST", "/v1/feeds/test", "url", server.url(expected.get(0)));
            assertThat(tested.<String>path("outcome")).as(expected.get(0)).isEqualTo(expected.get(1));
        }
        for (String refused :
                List.of("http://127.0.0.1:1/", "http://169.254.169.254/latest", "http://[::1]/", "https://10.0.0.1/")) {
            admin("POST", "/v1/feeds/test", "url", refused).then().body("outcome", equalTo("REFUSED"));
        }

        for (int i = 0; i < 4; i++) {
            poll(id).then().body("outcome", equalTo("NOT_FOUND"));
        }
        admin("GET", "/v1/feeds/" + id).then().body("failures", equalTo(4)).body("brokenSince", notNullValue());
        admin("POST", "/v1/feeds/query", "filter", members("broken", true, "ids", List.of(id)))
                .then()
                .body("items", hasSize(1));
        server.on("/feed", 200, rss());
        poll(id).then().body("outcome", equalTo("EMPTY"));
        assertThat(events(id))
                .containsExactly(
                        "org.parley.feed.created.v1", "org.parley.feed.broken.v1", "org.parley.feed.recovered.v1");
    }

    @Test
    void what_a_server_asks_for_is_done_later_elsewhere_or_never() {
        server.on("/busy", 429, "", "Retry-After", "86400");
        server.on("/moved", 301, "", "Location", "/new-home");
        server.on("/new-home", 200, rss(item("m1", "/m1", "Moved", "Moved text.")), "Cache-Control", "max-age=172800");
        server.on("/gone", 410, "");
        String busy = feed("Busy " + UUID.randomUUID(), "/busy");
        String moved = feed("Moved " + UUID.randomUUID(), "/moved");
        String gone = feed("Gone " + UUID.randomUUID(), "/gone");

        poll(busy);
        poll(moved);
        poll(gone);

        assertThat(nextPoll(busy)).isAfter(Instant.now().plusSeconds(86_000));
        assertThat(nextPoll(moved)).isAfter(Instant.now().plusSeconds(172_000));
        admin("GET", "/v1/feeds/" + moved).then().body("url", equalTo(server.url("/new-home")));
        admin("GET", "/v1/feeds/" + gone).then().body("state", equalTo("GONE"));
        assertThat(events(moved)).contains("org.parley.feed.changed.v1");
        assertThat(events(gone)).contains("org.parley.feed.broken.v1");
    }

    @Test
    void an_address_has_one_feed_and_a_mistake_is_named() {
        String outlet = outlet("Mistaken " + UUID.randomUUID());
        String url = server.url("/one");
        String id = admin("POST", "/v1/feeds", "outlet", outlet, "url", url).path("id");

        admin("POST", "/v1/feeds", "outlet", outlet, "url", url)
                .then()
                .statusCode(409)
                .body("errors[0].field", equalTo("url"));
        admin("POST", "/v1/feeds", "outlet", outlet, "url", "feed.example.org")
                .then()
                .statusCode(400);
        admin("POST", "/v1/feeds", "outlet", UUID.randomUUID().toString(), "url", url + "2")
                .then()
                .statusCode(404);
        admin("PATCH", "/v1/feeds/" + id, "minIntervalSeconds", 1).then().statusCode(400);
        admin("PATCH", "/v1/feeds/" + id, "color", 1).then().statusCode(400).body("errors[0].field", equalTo("color"));
        admin("PATCH", "/v1/feeds/" + id, "minIntervalSeconds", 600, "title", "Renamed")
                .then()
                .statusCode(200)
                .body("title", equalTo("Renamed"));
        admin("POST", "/v1/feeds/" + id + "/pause").then().body("state", equalTo("PAUSED"));
        admin("POST", "/v1/feeds/" + id + "/resume").then().body("state", equalTo("ACTIVE"));
        admin("POST", "/v1/feeds/" + id + "/retire").then().body("state", equalTo("RETIRED"));
        admin("POST", "/v1/feeds", "outlet", outlet, "url", url).then().statusCode(201);
        as("read")
                .contentType("application/json")
                .body("{}")
                .post("/v1/feeds/query")
                .then()
                .statusCode(403);
    }

    private static byte[] gzip(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
