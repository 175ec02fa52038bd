package org.parley.events.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.events.sources.Newsroom.events;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.events.ScriptedEventsTest;
import org.parley.events.sources.Told;

/** People whom an article names by surname alone. */
@ScriptedEventsTest
class SurnamesApiTest {

    @Inject
    Readings readings;

    @Inject
    ReadingStore store;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void forget_earlier_work() {
        Articles.noWork(jdbi);
    }

    @Test
    void a_surname_with_the_same_office_in_the_same_talks_is_that_person_whichever_comes_first() {
        UUID full = read("Prime Minister Orsa Vellin", "Orsa Vellin", "Prime Minister", "Narva Bay", "Tessel", "Rook");
        UUID alone = read("Vellin, the prime minister", "Vellin", "prime minister", "Narva Bay", "Tessel", "Rook");
        assertThat(speaker(alone)).isEqualTo(speaker(full));

        UUID first = read("Amrit-Dahl, the prime minister", "Amrit-Dahl", "prime minister", "Hook", "Tarn", "Skye");
        UUID second = read("Prime Minister Jo Amrit-Dahl", "Jo Amrit-Dahl", "Prime Minister", "Hook", "Tarn", "Skye");
        assertThat(speaker(first)).isEqualTo(speaker(second));
    }

    @Test
    void a_second_person_of_the_surname_takes_it_back_and_a_person_is_asked() {
        UUID full = read("Prime Minister Ada Brann", "Ada Brann", "Prime Minister", "Port Ly", "Sund", "Moss");
        UUID alone = read("Brann, the prime minister", "Brann", "prime minister", "Port Ly", "Sund", "Moss");
        assertThat(speaker(alone)).isEqualTo(speaker(full));

        read("General Per Brann", "Per Brann", "General", "Port Ly", "Sund", "Moss");
        assertThat(speaker(alone)).isNotEqualTo(speaker(full));
        assertThat(asked()).contains("\"Brann\" and \"Ada Brann\" may be one person.");
    }

    @Test
    void a_surname_without_an_office_is_asked_about_and_one_of_other_talks_is_not() {
        UUID full = read("Prime Minister Lea Quist", "Lea Quist", "Prime Minister", "Aln", "Brede", "Cask");
        UUID bare = read("Quist spoke", "Quist", null, "Aln", "Brede", "Cask");
        UUID elsewhere = read("Quist, the prime minister", "Quist", "prime minister", "Dorn", "Elbe", "Fyn");

        assertThat(speaker(bare)).isNotEqualTo(speaker(full));
        assertThat(speaker(elsewhere)).isNotEqualTo(speaker(full));
        assertThat(asked().stream().filter(why -> why.contains("\"Quist\""))).hasSize(1);
    }

    @Test
    void taken_apart_by_a_person_they_stay_two() {
        UUID full = read("Prime Minister Ines Tolk", "Ines Tolk", "Prime Minister", "Gant", "Hull", "Iver");
        UUID alone = read("Tolk, the prime minister", "Tolk", "prime minister", "Gant", "Hull", "Iver");
        String joined = jdbi.withHandle(handle -> handle.createQuery(
                        "select cast(id as text) from actor where article_id = ? and name = 'Tolk'")
                .bind(0, alone)
                .mapTo(String.class)
                .one());
        events("admin").post("/v1/actors/" + joined + "/unmerge").then().statusCode(200);
        read("Prime Minister Ines Tolk again", "Ines Tolk", "Prime Minister", "Gant", "Hull", "Iver");

        assertThat(speaker(alone)).isEqualTo(joined).isNotEqualTo(speaker(full));
    }

    @Test
    void a_join_is_told_to_who_follows_and_what_is_asked_comes_with_the_words() {
        UUID full = read("Prime Minister Nora Ebbe", "Nora Ebbe", "Prime Minister", "Aven", "Bolt", "Corr");
        String person = speaker(full);
        assertThat(Told.data(person)).isEmpty();
        read("Ebbe, the prime minister", "Ebbe", "prime minister", "Aven", "Bolt", "Corr");
        assertThat(Told.data(person)).hasSize(1).allSatisfy(data -> {
            assertThat((List<?>) ((Map<?, ?>) data.get("before")).get("mergedFrom"))
                    .isEmpty();
            assertThat((List<?>) ((Map<?, ?>) data.get("after")).get("mergedFrom"))
                    .hasSize(1);
        });

        read("Ebbe spoke", "Ebbe", null, "Aven", "Bolt", "Corr");
        JsonPath queue = events("review")
                .body(Map.of("filter", Map.of("kind", List.of("ACTOR")), "first", 100))
                .post("/v1/review/query")
                .jsonPath();
        assertThat(queue.<List<String>>getList(
                        "items.node.findAll { it.why.contains('\"Nora Ebbe\"') }.receipts.exact"))
                .singleElement()
                .satisfies(words -> assertThat(words).contains("Prime Minister"));
    }

    @Test
    void a_role_has_the_days_it_is_printed_first_and_last_and_former_ends_it() {
        String[] matter = {"Dyne", "Esk", "Firth"};
        UUID article = readOn("2027-03-04", "Defence Minister Ole Gard", "Ole Gard", "Defence Minister", matter);
        readOn("2027-02-01", "Defence minister Ole Gard", "Ole Gard", "Defence minister", matter);
        assertThat(role(article, "Defence minister")).isEqualTo("2027-02-01 2027-03-04");

        readOn("2027-04-01", "Former defence minister Ole Gard", "Ole Gard", "Former defence minister", matter);
        readOn("2027-05-01", "Defence minister Ole Gard", "Ole Gard", "Defence minister", matter);
        assertThat(role(article, "Defence minister")).isEqualTo("2027-02-01 2027-03-04");
        assertThat(role(article, "Former defence minister")).isEqualTo("2027-04-01 2027-04-01");
    }

    private static String role(UUID article, String role) {
        return events("read")
                .body(Map.of("ids", List.of(speaker(article))))
                .post("/v1/actors/by-ids")
                .jsonPath()
                .getString("items[0].roles.findAll { it.role == '%s' }.collect { it.from + ' ' + it.to }[0]"
                        .formatted(role));
    }

    private UUID read(String called, String name, String role, String... names) {
        return readOn("2027-03-04", called, name, role, names);
    }

    private UUID readOn(String day, String called, String name, String role, String... names) {
        String text = called + " said talks go on in " + String.join(" and ", names) + ".";
        UUID article = Articles.add(jdbi);
        jdbi.useHandle(handle -> handle.execute(
                "update article set published_at = cast(? as timestamptz) where id = ?", day + "T10:00:00Z", article));
        Found found = Found.in(text).names(names).person(name, role, "talks go on");
        store.store(readings.claim(text, found));
        return article;
    }

    private static String speaker(UUID article) {
        return events("read")
                .body(Map.of("filter", Map.of("article", List.of(article))))
                .post("/v1/statements/query")
                .jsonPath()
                .getString("items[0].node.speakers[0].id");
    }

    private static List<String> asked() {
        JsonPath queue = events("review")
                .body(Map.of("filter", Map.of("kind", List.of("ACTOR")), "first", 100))
                .post("/v1/review/query")
                .jsonPath();
        return queue.getList("items.node.why");
    }
}
