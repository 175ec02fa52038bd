package org.parley.sources.duplicate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.sources.Calls.admin;
import static org.parley.sources.Calls.read;
import static org.parley.sources.Calls.submit;
import static org.parley.sources.Calls.submitJson;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.parley.sources.SourcesTest;

@QuarkusTest
@SourcesTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class DuplicatesTest {

    private static final String BODY = "The envoys of both sides met in Brenholt for a third day of talks. "
            + "Officials said that the framework would be cut to twelve points before the end of the week. "
            + "The ministry in Port Amaury did not answer questions about the clause on prisoners. "
            + "A spokeswoman told reporters that nothing was agreed until everything was agreed. "
            + "The next round is to begin on the fourth of April, and observers from three countries will attend it.";

    @Inject
    Jdbi jdbi;

    @Test
    void agency_text_in_another_outlet_is_a_copy_and_the_agency_s_own_is_not() {
        admin("POST", "/v1/outlets", "name", "Pelican News Service", "kind", "AGENCY");
        String wire = article("Pelican News Service", "https://pelican.example.org/1", "BRENHOLT (PNS) - " + BODY);
        String copy = article(
                "Copying Courier",
                "https://courier.example.org/1",
                BODY.replace("third", "3rd") + "\n\nWith reporting by Pelican News Service");
        String own = article(
                "Own Gazette",
                "https://gazette.example.org/1",
                "An entirely different report from Brenholt. "
                        + "It quotes nobody the others quote, and it was written by a reporter who was in the room all day, she says, "
                        + "while ministers ate soup and argued over commas in a document that none of them had read to its end.");
        await();

        Map<String, Object> copied = stored(copy);
        assertThat(copied).containsEntry("origin", "Pelican News Service");
        assertThat(list(copied, "flags")).contains("WIRE_COPY");
        assertThat(list(stored(wire), "flags")).doesNotContain("WIRE_COPY");
        assertThat(duplicates(copy)).containsExactly("WIRE_COPY " + wire);
        assertThat(duplicates(wire)).containsExactly("WIRE_COPY " + copy);
        assertThat(duplicates(own)).isEmpty();
        assertThat(jdbi.<List<String>, RuntimeException>withHandle(handle -> handle.createQuery(
                                "select data->>'reason' from outbox where subject = :id and type = 'org.parley.article.changed.v1'")
                        .bind("id", copy)
                        .mapTo(String.class)
                        .list()))
                .contains("DUPLICATE");
    }

    @Test
    void nearly_the_same_text_without_an_agency_is_near_and_a_new_wording_ends_it() {
        String text =
                "The harbour council of Karsund voted on Tuesday to reopen the eastern quay, which had been closed since a "
                        + "storm in January, and to let twelve boats berth there before the spring. Two members abstained. The mayor said that "
                        + "the repairs had cost less than was feared and that the fishermen had been patient with everybody but her.";
        String one = article("Near One", "https://near.example.org/1", text);
        String other = article("Near Two", "https://near.example.org/2", text.replace("twelve", "eleven"));
        await();
        assertThat(duplicates(one)).containsExactly("NEAR " + other);
        assertThat(list(stored(one), "flags")).doesNotContain("WIRE_COPY");

        article(
                "Near Two",
                "https://near.example.org/2",
                "Corrected: " + "this wording shares nothing with the other one at all. ".repeat(3));
        await();
        assertThat(duplicates(one)).isEmpty();
    }

    @Test
    void an_article_that_says_it_was_corrected_is_flagged() {
        String id = article(
                "Correcting",
                "https://correcting.example.org/1",
                "Twelve points.\n\nCorrection: an earlier version of this article said eleven.");
        assertThat(list(stored(id), "flags")).contains("CORRECTED");
    }

    @Test
    void two_versions_are_compared_word_by_word() {
        String id = article(
                "Differing", "https://differing.example.org/1", "The plan has 28 points. It was sent on Monday.");
        article(
                "Differing",
                "https://differing.example.org/1",
                "The plan has 19 points. It was sent on Monday. Nobody answered.");

        List<Map<String, Object>> pieces = admin("GET", "/v1/articles/" + id + "/diff?from=1&to=2")
                .then()
                .statusCode(200)
                .extract()
                .path("pieces");

        assertThat(pieces.stream()
                        .map(piece -> piece.get("change") + ":" + piece.get("text"))
                        .toList())
                .containsExactly(
                        "SAME:The plan has ",
                        "REMOVED:28",
                        "ADDED:19",
                        "SAME: points. It was sent on Monday.",
                        "ADDED: Nobody answered.");
        admin("GET", "/v1/articles/" + id + "/diff?from=1&to=9").then().statusCode(404);
        admin("GET", "/v1/articles/" + id + "/diff?from=x&to=2").then().statusCode(400);
    }

    @Test
    @EnabledIfSystemProperty(named = "parley.eval.dir", matches = ".+")
    void all_wire_pairs_of_the_dossiers_are_found_and_no_other() throws Exception {
        var found = new TreeSet<String>();
        for (String dossier : List.of("A", "B")) {
            Map<String, String> idOf = new HashMap<>();
            Path folder = Path.of(System.getProperty("parley.eval.dir"), "dossiers", dossier, "articles");
            try (var files = Files.list(folder)) {
                for (Path file : files.sorted().toList()) {
                    String id = submitJson(Files.readString(file, UTF_8)).path("article.id");
                    idOf.putIfAbsent(
                            id, dossier + "-" + file.getFileName().toString().replace(".json", ""));
                }
            }
            await();
            for (var article : idOf.entrySet()) {
                for (String link : duplicates(article.getKey())) {
                    int space = link.indexOf(' ');
                    String other = idOf.getOrDefault(link.substring(space + 1), "another dossier's");
                    if (article.getValue().compareTo(other) < 0) {
                        found.add(link.substring(0, space) + " " + article.getValue() + " " + other);
                    }
                }
            }
        }
        // B-03 and B-07 are corrections: versions of one article.
        assertThat(found).containsExactly("WIRE_COPY A-01 A-02", "WIRE_COPY B-01 B-02");
    }

    private static String article(String outlet, String url, String text) {
        return submit("outlet", outlet, "url", url, "text", text).path("article.id");
    }

    private static Map<String, Object> stored(String id) {
        return read("/v1/articles/by-ids", "ids", List.of(id)).path("items[0]");
    }

    private static List<String> duplicates(String id) {
        List<Map<String, Object>> duplicates =
                read("/v1/articles/by-ids", "ids", List.of(id)).path("items[0].duplicates");
        List<String> found = new ArrayList<>();
        duplicates.forEach(duplicate -> found.add(duplicate.get("kind") + " " + duplicate.get("articleId")));
        return found;
    }

    @SuppressWarnings("unchecked")
    private static List<String> list(Map<String, Object> article, String member) {
        return (List<String>) article.get(member);
    }

    private void await() {
        long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (jdbi.<Long, RuntimeException>withHandle(
                        handle -> handle.createQuery("select count(*) from duplicate_backlog")
                                .mapTo(Long.class)
                                .one())
                > 0) {
            assertThat(System.nanoTime()).isLessThan(until);
            LockSupport.parkNanos(50_000_000);
        }
    }
}
