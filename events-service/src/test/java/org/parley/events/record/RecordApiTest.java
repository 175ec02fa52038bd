package org.parley.events.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.events.sources.Newsroom.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.events.EventsTest;
import org.parley.events.sources.Newsroom;
import org.parley.events.sources.Newsroom.Printed;

@EventsTest
class RecordApiTest {

    private static Map<String, Printed> dossier;

    @BeforeAll
    static void read_the_dossier() {
        dossier = Newsroom.dossier();
    }

    @Test
    void each_article_version_is_an_article_with_its_files_name() {
        List<String> files = record().getList("articles.file");

        assertThat(files).contains("01.json", "03.json", "08.json");
    }

    @Test
    void a_statement_stands_once_for_each_version_and_both_are_tied() {
        JsonPath record = record();
        String article = dossier.get("08").id().toString();
        List<String> ids = record.getList("statements.id");
        List<Map<String, Object>> statements = record.getList("statements");
        Set<Object> versions = new HashSet<>();
        statements.stream()
                .filter(each -> ((String) each.get("article")).startsWith(article))
                .forEach(each -> versions.add(each.get("article")));
        List<List<String>> links = record.getList("links.findAll { it.type == 'SAME_UTTERANCE' }.members");

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(versions).containsExactlyInAnyOrder(article + "@1", article + "@2");
        assertThat(links)
                .isNotEmpty()
                .allSatisfy(members -> assertThat(members)
                        .hasSizeGreaterThan(1)
                        .allSatisfy(member -> assertThat(ids).contains(member)));
        assertThat(links).anySatisfy(members -> assertThat(articles(members)).containsExactly(article));
        assertThat(links).anySatisfy(members -> assertThat(articles(members)).hasSizeGreaterThan(1));
        assertThat(record.getList("links.type")).containsOnly("SAME_UTTERANCE", "CONFLICT");
    }

    private static Set<String> articles(List<String> statements) {
        Map<Object, Object> articleOf = new HashMap<>();
        record().<Map<String, Object>>getList("statements")
                .forEach(each -> articleOf.put(each.get("id"), each.get("article")));
        Set<String> articles = new HashSet<>();
        statements.forEach(each -> articles.add(((String) articleOf.get(each)).split("@")[0]));
        return articles;
    }

    @Test
    void a_conflict_ties_statements_or_the_places_of_what_articles_state() {
        JsonPath record = record();
        List<String> ids = record.getList("statements.id");
        List<List<Object>> conflicts = record.getList("links.findAll { it.type == 'CONFLICT' }.members");
        assertThat(conflicts)
                .isNotEmpty()
                .allSatisfy(members -> assertThat(members).allSatisfy(member -> {
                    if (member instanceof Map<?, ?> place) {
                        assertThat(record.getList("articles.id")).contains(place.get("article"));
                        assertThat((Integer) place.get("start")).isLessThan((Integer) place.get("end"));
                    } else {
                        assertThat(ids).contains((String) member);
                    }
                }));
    }

    @Test
    void a_statement_has_what_the_scorer_reads() {
        List<Map<String, Object>> statements = record().getList("statements");

        assertThat(statements).hasSizeGreaterThan(60).allSatisfy(each -> {
            assertThat(each.get("form")).isIn("direct", "mixed", "indirect");
            assertThat((Integer) each.get("start")).isLessThan((Integer) each.get("end"));
            assertThat((List<?>) each.get("parts")).isNotEmpty();
            assertThat(each).containsKeys("negated", "about", "stance");
            assertThat(each.get("dateBasis"))
                    .isIn(null, "EXPLICIT", "INHERITED", "YEAR_INFERRED", "RELATIVE", "PUBLICATION");
            assertThat(each.get("channel")).isIn(null, "PRESS", "INTERVIEW", "ADDRESS", "SOCIAL_POST", "EVENT");
        });
        assertThat(record().getList("statements.speaker.name")).contains("Samira Qadri");
    }

    @Test
    void the_export_has_every_statement_of_the_present_one_a_line() throws Exception {
        String[] lines = events("read")
                .get("/v1/statements/export")
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson")
                .extract()
                .asString()
                .split("\n");
        Set<String> ids = new HashSet<>();
        for (String line : lines) {
            JsonNode statement = new ObjectMapper().readTree(line);
            assertThat(statement.hasNonNull("supersededAt")).isFalse();
            assertThat(ids.add(statement.get("id").asText())).isTrue();
        }

        int counted = events("read").get("/v1/status").path("statements");
        assertThat(ids).hasSize(counted);
    }

    private static JsonPath record() {
        return events("read").get("/v1/record").then().statusCode(200).extract().jsonPath();
    }
}
