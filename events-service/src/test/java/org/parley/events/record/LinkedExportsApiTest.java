package org.parley.events.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.events.sources.Newsroom.events;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
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
        String all = events("read").get(path).then().statusCode(200).extract().asString();
        return all.lines()
                .filter(line -> line.contains(statement))
                .findFirst()
                .map(JsonPath::new)
                .orElseThrow();
    }
}
