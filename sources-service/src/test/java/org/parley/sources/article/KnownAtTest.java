package org.parley.sources.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.parley.sources.Calls.admin;
import static org.parley.sources.Calls.members;
import static org.parley.sources.Calls.read;
import static org.parley.sources.Calls.submit;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.parley.sources.SourcesTest;

@QuarkusTest
@SourcesTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class KnownAtTest {

    @Test
    void an_article_is_read_as_it_was_known_at_each_time() {
        String id = "then-" + UUID.randomUUID();
        String before = Instant.now().toString();
        String article = submit("text", "Twelve points.", "headline", "Twelve", "outlet", "Then", "id", id)
                .path("article.id");
        String first = Instant.now().toString();
        submit("text", "Correction: eleven points.", "headline", "Eleven", "outlet", "Then", "id", id);
        // Retrieved before either, and known last: it never becomes the current one.
        submit(
                "text",
                "Ten points.",
                "headline",
                "Ten",
                "outlet",
                "Then",
                "id",
                id,
                "retrieved",
                "2020-01-01T00:00:00Z");
        String second = Instant.now().toString();
        admin("POST", "/v1/articles/" + article + "/retract", "reason", "Made up.");

        byId(article, before).then().body("items[0]", nullValue());
        byId(article, first)
                .then()
                .body("items[0].headline", equalTo("Twelve"))
                .body("items[0].text", equalTo("Twelve points."))
                .body("items[0].version", equalTo(1))
                .body("items[0].versions.size()", equalTo(1))
                .body("items[0].state", equalTo("ACTIVE"));
        assertThat(byId(article, first).<List<String>>path("items[0].flags")).doesNotContain("CORRECTED");
        byId(article, second)
                .then()
                .body("items[0].headline", equalTo("Eleven"))
                .body("items[0].versions.size()", equalTo(3))
                .body("items[0].state", equalTo("ACTIVE"));
        byId(article, null).then().body("items[0].state", equalTo("RETRACTED"));
        byId(article, Instant.now().toString())
                .then()
                .body("items[0].state", equalTo("RETRACTED"))
                .body("items[0].stateReason", equalTo("Made up."));

        page(article, first, "state", List.of("ACTIVE"))
                .then()
                .body("total", equalTo(1))
                .body("items[0].node.headline", equalTo("Twelve"));
        page(article, before).then().body("total", equalTo(0));
        page(article, null, "state", List.of("ACTIVE")).then().body("total", equalTo(0));
    }

    private static io.restassured.response.Response byId(String article, String knownAt) {
        return read("/v1/articles/by-ids", "ids", List.of(article), "text", true, "versions", true, "knownAt", knownAt);
    }

    private static io.restassured.response.Response page(String article, String knownAt, Object... filter) {
        var members = members(filter);
        members.put("ids", List.of(article));
        return read("/v1/articles/query", "filter", members, "knownAt", knownAt, "count", true);
    }
}
