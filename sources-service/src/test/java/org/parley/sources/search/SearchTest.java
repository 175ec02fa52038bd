package org.parley.sources.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.parley.sources.Calls.awaitSearch;
import static org.parley.sources.Calls.read;
import static org.parley.sources.Calls.submit;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.parley.sources.SourcesTest;

@QuarkusTest
@SourcesTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class SearchTest {

    @Test
    void words_are_found_in_any_form_and_marked() {
        String id = submit(
                        "headline", "Zweistein speaks",
                        "text", "The envoy said that the quaggas were negotiating in good faith.",
                        "file", "quagga.txt")
                .then()
                .extract()
                .path("errors[0].field");
        assertThat(id).isEqualTo("file");
        String stored = submit(
                        "headline", "Zweistein speaks",
                        "text", "The envoy said that the quaggas were negotiating in good faith.")
                .path("article.id");

        awaitSearch();
        JsonPath found = read("/v1/search", "text", "quagga negotiation").jsonPath();
        assertThat(found.getList("items.node.id")).containsExactly(stored);
        assertThat(found.getString("items[0].node.kind")).isEqualTo("ARTICLE");
        assertThat(found.getString("items[0].node.title")).isEqualTo("Zweistein speaks");
        List<String> hits = found.getList("items[0].node.highlight.findAll { it.hit }.text");
        assertThat(hits).containsExactly("quaggas", "negotiating");
        List<String> pieces = found.getList("items[0].node.highlight.text");
        assertThat(String.join("", pieces)).contains("that the quaggas were negotiating in");
    }

    @Test
    void a_headline_is_found_although_a_name_is_spelled_otherwise() {
        String id = submit("headline", "Volodymyrsky meets the press", "text", "Nothing about it here.")
                .path("article.id");
        awaitSearch();
        assertThat(read("/v1/search", "text", "Volodymyrskyy").jsonPath().getList("items.node.id"))
                .containsExactly(id);
    }

    @Test
    void the_text_of_the_current_version_counts() {
        String url = "https://search.example.org/1";
        submit("text", "Mentions an okapi.", "url", url);
        submit("text", "Mentions a tapir.", "url", url);
        awaitSearch();
        assertThat(read("/v1/search", "text", "okapi").jsonPath().getList("items"))
                .isEmpty();
        assertThat(read("/v1/search", "text", "tapir").jsonPath().getList("items"))
                .hasSize(1);
    }

    @Test
    void a_version_that_arrives_while_the_one_before_is_indexed_is_indexed_too() {
        for (int i = 0; i < 60; i++) {
            submit("text", "Wording with marker" + i + "x in it.", "url", "https://search.example.org/busy" + i % 3);
        }
        awaitSearch();
        for (int i = 0; i < 60; i++) {
            assertThat(read("/v1/search", "text", "marker" + i + "x").jsonPath().getList("items"))
                    .hasSize(i < 57 ? 0 : 1);
        }
    }

    @Test
    void pages_follow_each_other_best_first() {
        for (int i = 0; i < 7; i++) {
            submit("text", "The numbat " + "numbat ".repeat(i % 3) + "report " + i + ".");
        }
        awaitSearch();
        List<String> ids = new ArrayList<>();
        List<Double> scores = new ArrayList<>();
        String after = null;
        do {
            JsonPath page = read("/v1/search", "text", "numbat", "first", 2, "after", after)
                    .jsonPath();
            ids.addAll(page.getList("items.node.id"));
            scores.addAll(page.getList("items.node.score", Double.class));
            after = page.getBoolean("hasNext") ? page.getString("items[-1].cursor") : null;
        } while (after != null);
        assertThat(ids).hasSize(7).doesNotHaveDuplicates();
        assertThat(read("/v1/search", "text", "numbat", "count", true)
                        .jsonPath()
                        .getInt("total"))
                .isEqualTo(7);
        assertThat(scores).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void odd_questions_find_nothing_and_harm_nothing() {
        for (String text : List.of("'; drop table article; --", "\"unclosed", "!!! & | <->", "the", ":*")) {
            read("/v1/search", "text", text).then().statusCode(200);
        }
        for (Object text : new Object[] {"", "  ", null, "x".repeat(501), "a\u0000"}) {
            read("/v1/search", "text", text).then().statusCode(400).body("errors[0].field", equalTo("text"));
        }
    }
}
