package org.parley.sources.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.parley.sources.Calls.admin;
import static org.parley.sources.Calls.as;
import static org.parley.sources.Calls.members;
import static org.parley.sources.Calls.read;
import static org.parley.sources.Calls.submit;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.parley.sources.LocalHosts;
import org.parley.sources.SourcesTest;
import org.parley.testkit.LocalServer;

@QuarkusTest
@SourcesTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class PageIntakeTest {

    private static final String STORY = "<p>The envoys of Lusande met in Brenholt on Thursday, officials said, and "
            + "talks on the framework, which had stalled for weeks, will go on there next month.</p>";

    @Inject
    Jdbi jdbi;

    @Test
    void a_page_handed_in_becomes_its_article_and_its_bytes_are_kept() {
        String html =
                "<html><head><title>Envoys meet</title><meta name=date content='2027-03-04T09:00:00Z'></head><body><article>"
                        + STORY.repeat(4) + "</article></body></html>";
        String sha = HexFormat.of().formatHex(Bytes.sha256(html.getBytes(UTF_8)));

        submit("html", html, "url", "https://pages.example.org/1?utm_source=x", "byline", "Given Byline")
                .then()
                .statusCode(201)
                .body("article.headline", equalTo("Envoys meet"))
                .body("article.byline", equalTo("Given Byline"))
                .body("article.publishedAt", equalTo("2027-03-04T09:00:00Z"))
                .body("article.url", equalTo("https://pages.example.org/1"));
        as("admin")
                .contentType("text/html;charset=utf-8")
                .queryParams(Map.of("url", "https://pages.example.org/1", "file", "page.html"))
                .body(html.getBytes(UTF_8))
                .post("/v1/articles")
                .then()
                .statusCode(200)
                .body("fate", equalTo("UNCHANGED"));

        assertThat(jdbi.<String, RuntimeException>withHandle(handle -> handle.createQuery(
                                "select convert_from(bytes, 'UTF8') from raw_document where sha256 = decode(:sha, 'hex')")
                        .bind("sha", sha)
                        .mapTo(String.class)
                        .one()))
                .isEqualTo(html);
    }

    @Test
    void a_page_is_looked_at_before_and_nothing_of_it_is_kept() throws Exception {
        long before = articles();
        String html = "<html><head><title>Envoys wait</title></head><body><article>" + STORY.repeat(4)
                + "</article></body></html>";
        preview("html", html)
                .then()
                .statusCode(200)
                .body("headline", equalTo("Envoys wait"))
                .body("text", startsWith("The envoys of Lusande met in Brenholt"))
                .body("regions.kind", hasItem("BODY"));
        try (LocalServer server = LocalHosts.server(2)) {
            server.on("/robots.txt", 404, "");
            server.on("/story", 200, html, "Content-Type", "text/html");
            preview("url", server.url("/story"))
                    .then()
                    .statusCode(200)
                    .body("url", equalTo(server.url("/story")))
                    .body("text", startsWith("The envoys of Lusande met in Brenholt"));
            preview("url", server.url("/missing"))
                    .then()
                    .statusCode(422)
                    .body("errors[0].field", equalTo("url"))
                    .body("detail", containsString("404"));
        }
        preview("headline", "No text").then().statusCode(400).body("errors[0].field", equalTo("text"));
        as("read")
                .contentType("application/json")
                .body("{}")
                .post("/v1/articles/preview")
                .then()
                .statusCode(403);
        assertThat(articles()).isEqualTo(before);
    }

    private static Response preview(Object... members) {
        return admin("POST", "/v1/articles/preview", members);
    }

    private long articles() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from raw_document")
                .mapTo(Long.class)
                .one());
    }

    @Test
    void an_address_alone_is_fetched_as_its_robots_and_the_outlet_s_rules_say() throws Exception {
        try (LocalServer server = LocalHosts.server(2)) {
            server.on("/robots.txt", 200, "User-agent: *\nDisallow: /secret\n", "Content-Type", "text/plain");
            server.on("/story", 301, "", "Location", "/final");
            server.on(
                    "/final",
                    200,
                    "<html><body><div class=text>" + STORY + "<p class=promo>Subscribe now</p></div><div>"
                            + STORY.repeat(6).replace("Brenholt", "Elsewhere") + "</div></body></html>",
                    "Content-Type",
                    "text/html");
            server.on("/secret", 200, "<p>secret</p>");
            server.on("/picture", 200, "GIF89a", "Content-Type", "image/gif");
            String outlet = admin(
                            "POST",
                            "/v1/outlets",
                            "name",
                            "Ruled Pages",
                            "cleaning",
                            members("main", "div.text", "strip", List.of(".promo")))
                    .path("id");

            String id = submit("url", server.url("/story"), "outlet", "Ruled Pages")
                    .then()
                    .statusCode(201)
                    .body("article.url", equalTo(server.url("/final")))
                    .body("article.outlet.id", equalTo(outlet))
                    .extract()
                    .path("article.id");
            assertThat(read("/v1/articles/by-ids", "ids", List.of(id), "text", true)
                            .<String>path("items[0].text"))
                    .startsWith("The envoys of Lusande met in Brenholt")
                    .doesNotContain("Subscribe", "Elsewhere");

            for (var wrong : Map.of("/secret", "robots.txt", "/missing", "404", "/picture", "image/gif")
                    .entrySet()) {
                submit("url", server.url(wrong.getKey()))
                        .then()
                        .statusCode(422)
                        .body("errors[0].field", equalTo("url"))
                        .body("detail", containsString(wrong.getValue()));
            }
            assertThat(server.requests()).noneMatch(request -> request.path().equals("/secret"));
        }
        submit("url", "http://169.254.169.254/latest").then().statusCode(422).body("detail", startsWith("url: "));
    }

    @Test
    void markup_that_is_planted_stays_text_and_addresses_that_run_are_refused() {
        String html = "<html><head><title>&lt;script&gt;alert(1)&lt;/script&gt; Talks</title>"
                + "<link rel=canonical href='javascript:alert(1)'></head><body><article>" + STORY.repeat(4)
                + "<p>Escaped &lt;img src=x onerror=alert(1)&gt; stays words.</p></article></body></html>";
        submit("html", html, "url", "https://planted.example.org/1")
                .then()
                .statusCode(201)
                .body("article.url", equalTo("https://planted.example.org/1"))
                .body("article.headline", equalTo("<script>alert(1)</script> Talks"));
        submit("html", html, "url", "javascript:alert(1)")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("url"));
        submit("html", "<p></p>").then().statusCode(422).body("errors[0].field", equalTo("html"));
        submit("html", html, "text", "both").then().statusCode(400).body("errors[0].field", equalTo("html"));
    }
}
