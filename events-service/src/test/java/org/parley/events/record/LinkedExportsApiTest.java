package org.parley.events.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.parley.events.sources.Newsroom.events;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.events.EventsTest;
import org.parley.events.sources.Newsroom;
import org.parley.events.sources.Newsroom.Printed;

@EventsTest
class LinkedExportsApiTest {

    private static final String TEXT =
            "🌊🌊 at the pier.\n\nHarbour Minister Nils Ekberg called the offer \"a tide that turns\".\n";

    @Test
    void an_annotation_selects_the_words_by_code_points_and_by_what_they_are() {
        JsonPath annotation = line("/v1/statements/annotations", statement());
        int start = annotation.getInt("target[0].selector[1].start");
        int end = annotation.getInt("target[0].selector[1].end");

        assertThat(annotation.getString("'@context'")).isEqualTo("http://www.w3.org/ns/anno.jsonld");
        assertThat(annotation.getString("type")).isEqualTo("Annotation");
        String exact = annotation.getString("target[0].selector[0].exact");
        int[] points = TEXT.codePoints().skip(start).limit(end - start).toArray();
        assertThat(new String(points, 0, points.length)).isEqualTo(exact);
        assertThat(annotation.getString("body[0].value")).isEqualTo("Nils Ekberg");
    }

    @Test
    void a_quotation_of_schema_org_names_its_speaker_and_its_article() {
        JsonPath quotation = line("/v1/statements/jsonld", statement());

        assertThat(quotation.getString("'@type'")).isEqualTo("Quotation");
        assertThat(quotation.getString("text")).contains("a tide that turns");
        assertThat(quotation.getString("creator[0].name")).isEqualTo("Nils Ekberg");
        assertThat(quotation.getString("isPartOf.'@type'")).isEqualTo("NewsArticle");
        assertThat(quotation.getString("isPartOf.publisher.name")).isEqualTo("Test Gazette");
    }

    @ParameterizedTest
    @ValueSource(strings = {"annotations", "jsonld", "export"})
    void cut_off_half_way_and_taken_up_again_it_is_the_same(String form) {
        Newsroom.dossier();
        Response whole = events("read").get("/v1/statements/" + form);
        List<String> lines = whole.asString().lines().toList();
        assertThat(lines).hasSizeGreaterThan(2);
        String time = whole.header("Known-At");
        String id = form.equals("jsonld") ? "'@id'" : "id";
        for (int cut : new int[] {1, lines.size() / 2, lines.size()}) {
            Response rest = events("read")
                    .queryParam("knownAt", time)
                    .queryParam("after", new JsonPath(lines.get(cut - 1)).getString(id))
                    .get("/v1/statements/" + form);
            List<String> joined = new ArrayList<>(lines.subList(0, cut));
            rest.asString().lines().forEach(joined::add);
            assertThat(joined).isEqualTo(lines);
        }
        for (String wrong : List.of("after", "knownAt")) {
            events("read")
                    .queryParam(wrong, "x")
                    .get("/v1/statements/" + form)
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", equalTo(wrong));
        }
    }

    @Test
    void offsets_behind_long_characters_are_counted_once_each() {
        CodePoints points = CodePoints.of("a🌊b🌊c");

        assertThat(points.at(0)).isZero();
        assertThat(points.at(3)).isEqualTo(2);
        assertThat(points.at(7)).isEqualTo(5);
    }

    private static String statement() {
        Printed article = Newsroom.print("https://gazette.example.org/linked-exports", TEXT);
        Newsroom.awaitRead(article);
        List<String> ids = events("read")
                .body(Map.of("filter", Map.of("article", List.of(article.id()))))
                .post("/v1/statements/query")
                .jsonPath()
                .getList("items.node.id");
        assertThat(ids).hasSize(1);
        return ids.get(0);
    }

    private static JsonPath line(String path, String statement) {
        String all = events("read")
                .queryParam("knownAt", Instant.now().toString())
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return all.lines()
                .filter(line -> line.contains(statement))
                .findFirst()
                .map(JsonPath::new)
                .orElseThrow();
    }
}
