package org.parley.events.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.events.sources.Newsroom.events;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.parley.events.EventsTest;
import org.parley.events.sources.Newsroom;
import org.parley.events.sources.Newsroom.Printed;

@EventsTest
class RetractionApiTest {

    @Inject
    Jdbi jdbi;

    @Test
    void a_retracted_article_leaves_the_present_record_and_stays_in_the_past() {
        Printed article = Newsroom.print(
                Newsroom.address(), "Harbour Minister Greta Solberg called the offer \"a good basis for calm\".\n");
        Newsroom.awaitRead(article);
        String id = statements(article.id(), null).getString("items[0].node.id");
        Instant before = Instant.now();

        retract(List.of(article));

        assertThat(statements(article.id(), null).getList("items")).isEmpty();
        assertThat(statements(article.id(), before).getList("items.node.id")).containsExactly(id);
        JsonPath view = events("read")
                .body(Map.of("ids", List.of(id)))
                .post("/v1/statements/by-ids")
                .jsonPath();
        assertThat(view.getString("items[0].supersededAt")).isNotBlank();
        int told = jdbi.withHandle(handle -> handle.createQuery(
                        "select count(*) from outbox where type = 'org.parley.statement.removed.v1' and subject = ?")
                .bind(0, id)
                .mapTo(Integer.class)
                .one());
        assertThat(told).isEqualTo(1);
    }

    @Test
    void the_utterances_are_the_same_in_whatever_order_articles_arrive() throws IOException {
        List<String> names = new ArrayList<>(List.of("01", "02", "03", "04", "05", "06", "07", "09"));
        Random random = new Random(11);
        Set<Set<String>> expected = null;
        for (int round = 0; round < 3; round++) {
            List<Printed> printed = new ArrayList<>();
            for (String name : names) {
                printed.add(Newsroom.printJson(sample(name, round), name + ".json"));
                // Every other one is read before the next arrives.
                if (random.nextBoolean()) {
                    Newsroom.awaitRead(printed.get(printed.size() - 1));
                }
            }
            printed.forEach(Newsroom::awaitRead);

            Set<Set<String>> found = partition(printed);
            assertThat(found).anyMatch(group -> group.size() > 1);
            if (expected != null) {
                assertThat(found).isEqualTo(expected);
            }
            expected = found;
            retract(printed);
            Collections.shuffle(names, random);
        }
    }

    /** The sample under addresses of this round, so that it is an article of its own. */
    private static String sample(String name, int round) throws IOException {
        try (var in = RetractionApiTest.class.getResourceAsStream("/samples/" + name + ".json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceFirst("\"url\": \"https://", "\"url\": \"https://order" + round + ".");
        }
    }

    /** The statements of these articles by utterance, each by what is printed. */
    private Set<Set<String>> partition(List<Printed> articles) {
        record Member(UUID utterance, String statement) {}
        return jdbi
                .withHandle(handle -> handle.createQuery("""
                                select m.utterance_id, v.file || r.content || (r.receipts -> 0 ->> 'start') as statement
                                from utterance_member m join reading r on r.statement_id = m.statement_id
                                join article_version v on v.article_id = r.article_id and v.number = r.article_version
                                where m.superseded_at is null and r.superseded_at is null
                                    and r.article_id = any(cast(string_to_array(:ids, ',') as uuid[]))""")
                        .bind(
                                "ids",
                                articles.stream()
                                        .map(each -> each.id().toString())
                                        .collect(Collectors.joining(",")))
                        .map((row, context) -> new Member(row.getObject(1, UUID.class), row.getString(2)))
                        .list())
                .stream()
                .collect(Collectors.groupingBy(
                        Member::utterance, Collectors.mapping(Member::statement, Collectors.toSet())))
                .values()
                .stream()
                .collect(Collectors.toSet());
    }

    private static void retract(List<Printed> articles) {
        for (Printed article : articles) {
            Newsroom.sources("admin")
                    .body(Map.of("reason", "a test"))
                    .post("/v1/articles/" + article.id() + "/retract")
                    .then()
                    .statusCode(200);
        }
        for (Printed article : articles) {
            for (int i = 0;
                    i < 500 && !statements(article.id(), null).getList("items").isEmpty();
                    i++) {
                try {
                    Thread.sleep(20);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            assertThat(statements(article.id(), null).getList("items")).isEmpty();
        }
    }

    private static JsonPath statements(UUID article, Instant knownAt) {
        Map<String, Object> filter = Map.of("article", List.of(article));
        return events("read")
                .body(
                        knownAt == null
                                ? Map.of("filter", filter)
                                : Map.of("filter", filter, "knownAt", knownAt.toString()))
                .post("/v1/statements/query")
                .jsonPath();
    }
}
