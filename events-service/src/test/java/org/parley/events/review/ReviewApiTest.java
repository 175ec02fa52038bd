package org.parley.events.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.events.sources.Newsroom.events;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.events.EventsTest;
import org.parley.events.sources.Newsroom;
import org.parley.events.sources.Newsroom.Printed;

@EventsTest
class ReviewApiTest {

    private static final String ONE = "Harbour Minister %s called the offer \"a good basis for calm\".\n";
    private static final String OTHER = "Harbour Minister %s called the offer \"a starting basis of calm\".\n";

    @Test
    void two_that_may_be_one_are_asked_about_and_what_is_decided_holds_through_new_versions() {
        String address = Newsroom.address();
        Printed first = read(Newsroom.address(), ONE.formatted("Ilse Varnholt"));
        Printed second = read(address, OTHER.formatted("Ilse Varnholt"));
        List<String> pair = List.of(statement(first), statement(second));

        JsonPath item = asked(pair);
        assertThat(item.getString("kind")).isEqualTo("UTTERANCE");
        assertThat(item.getList("receipts.exact").toString()).contains("good basis", "starting basis");
        assertThat(utterance(pair.get(0))).isNotEqualTo(utterance(pair.get(1)));

        JsonPath accepted = decide("UTTERANCE", pair, "ACCEPT", null)
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(accepted.getString("by")).isNotBlank();
        assertThat(utterance(pair.get(0))).isEqualTo(utterance(pair.get(1)));
        assertThat(asked(pair)).isNull();

        read(address, "The harbour was quiet.\n\n" + OTHER.formatted("Ilse Varnholt"));
        assertThat(utterance(pair.get(0))).isEqualTo(utterance(pair.get(1)));

        undo(accepted.getString("id")).statusCode(200);
        assertThat(utterance(pair.get(0))).isNotEqualTo(utterance(pair.get(1)));
        assertThat(asked(pair)).isNotNull();

        decide("UTTERANCE", pair, "REJECT", null).statusCode(200);
        assertThat(asked(pair)).isNull();
        read(address, "The harbour was loud.\n\n" + OTHER.formatted("Ilse Varnholt"));
        assertThat(asked(pair)).isNull();
    }

    @Test
    void a_rejected_statement_is_left_out_unless_it_is_asked_for() {
        Printed article = read(Newsroom.address(), ONE.formatted("Orla Fenwick"));
        String id = statement(article);

        String decision = decide("STATEMENT", List.of(id), "REJECT", null)
                .statusCode(200)
                .extract()
                .path("id");
        assertThat(ids(Map.of("article", List.of(article.id())))).isEmpty();
        assertThat(ids(Map.of("article", List.of(article.id()), "review", List.of("REJECTED"))))
                .containsExactly(id);
        assertThat(view(id).getString("items[0].review")).isEqualTo("REJECTED");

        undo(decision).statusCode(200);
        assertThat(ids(Map.of("article", List.of(article.id())))).containsExactly(id);
        undo(decision).statusCode(409);
    }

    @Test
    void a_correction_is_laid_over_what_is_read_and_kept_through_new_versions() {
        String address = Newsroom.address();
        Printed article = read(address, ONE.formatted("Tilda Morrow"));
        String id = statement(article);
        Map<String, Object> correction = Map.of("statedOn", "2027-02-20", "act", "PRAISE");

        String decision = decide("STATEMENT", List.of(id), "CORRECT", correction)
                .statusCode(200)
                .extract()
                .path("id");
        assertThat(view(id).getString("items[0].statedOn")).isEqualTo("2027-02-20");
        assertThat(view(id).getString("items[0].act")).isEqualTo("PRAISE");
        assertThat(view(id).getString("items[0].review")).isEqualTo("CORRECTED");

        read(address, "Rain fell all day.\n\n" + ONE.formatted("Tilda Morrow"));
        assertThat(view(id).getInt("items[0].articleVersion")).isEqualTo(2);
        assertThat(view(id).getString("items[0].statedOn")).isEqualTo("2027-02-20");
        assertThat(ids(Map.of("article", List.of(article.id()), "statedTo", "2027-02-21")))
                .containsExactly(id);

        undo(decision).statusCode(200);
        assertThat(view(id).getString("items[0].statedOn")).isNotEqualTo("2027-02-20");
        assertThat(view(id).getString("items[0].review")).isEqualTo("UNREVIEWED");
        assertThat(view(id).getString("items[0].speakers[0].name")).isEqualTo("Tilda Morrow");
    }

    @Test
    void what_has_gone_is_a_conflict_and_so_is_deciding_twice() {
        String address = Newsroom.address();
        Printed article = read(address, ONE.formatted("Vera Lindholm"));
        String id = statement(article);
        decide("STATEMENT", List.of(id), "ACCEPT", null).statusCode(200);
        ValidatableResponse twice =
                decide("STATEMENT", List.of(id), "REJECT", null).statusCode(409);
        assertThat(twice.extract().jsonPath().getString("detail")).contains("undo");

        Printed other = read(Newsroom.address(), ONE.formatted("Vera Lindholm"));
        String gone = statement(other);
        retract(other);
        awaitGone(other);
        assertThat(decide("STATEMENT", List.of(gone), "ACCEPT", null)
                        .statusCode(409)
                        .extract()
                        .jsonPath()
                        .getString("code"))
                .isEqualTo("CONFLICT");
        decide("STATEMENT", List.of(UUID.randomUUID().toString()), "ACCEPT", null)
                .statusCode(404);
    }

    @Test
    void two_spellings_are_merged_when_a_person_says_so_and_the_one_that_went_redirects() {
        Printed one = read(Newsroom.address(), ONE.formatted("Katherine Abermoor"));
        Printed other = read(Newsroom.address(), ONE.formatted("Katharine Abermoor"));
        String first = speaker(one);
        String second = speaker(other);
        assertThat(first).isNotEqualTo(second);
        List<String> pair = List.of(first, second);
        assertThat(asked(pair)).isNotNull();

        String decision =
                decide("ACTOR", pair, "ACCEPT", null).statusCode(200).extract().path("id");
        assertThat(speaker(one)).isEqualTo(speaker(other));
        String gone = first.equals(speaker(one)) ? second : first;
        JsonPath refused = decide("ACTOR", List.of(gone, speaker(article("Nobody Else"))), "REJECT", null)
                .statusCode(409)
                .extract()
                .jsonPath();
        assertThat(refused.getString("redirect")).isEqualTo(speaker(one));

        undo(decision).statusCode(200);
        assertThat(speaker(one)).isEqualTo(first);
        assertThat(speaker(other)).isEqualTo(second);
    }

    @Test
    void a_conflict_can_be_dismissed_and_is_there_again_when_that_is_undone() {
        Newsroom.dossier();
        String id = conflicts(Map.of("kind", List.of("DATE"))).getString("items[0].node.id");

        String decision = decide("CONFLICT", List.of(id), "REJECT", null)
                .statusCode(200)
                .extract()
                .path("id");
        assertThat(conflicts(Map.of("ids", List.of(id))).getString("items[0].node.resolution"))
                .isEqualTo("DISMISSED");
        undo(decision).statusCode(200);
        assertThat(conflicts(Map.of("ids", List.of(id))).getString("items[0].node.resolution"))
                .isNotEqualTo("DISMISSED");

        JsonPath audit = events("review")
                .body(Map.of("filter", Map.of("subject", List.of(id))))
                .post("/v1/review/decisions/query")
                .jsonPath();
        assertThat(audit.getString("items[0].node.undoneBy")).isNotBlank();
        assertThat(audit.getString("items[0].node.verdict")).isEqualTo("REJECT");
    }

    @Test
    void mistakes_are_told_by_member_and_others_may_not_decide() {
        String id = UUID.randomUUID().toString();
        assertThat(decide("UTTERANCE", List.of(id), "ACCEPT", null)
                        .statusCode(400)
                        .extract()
                        .jsonPath()
                        .getString("errors[0].field"))
                .isEqualTo("subjectIds");
        assertThat(decide("STATEMENT", List.of(id), "CORRECT", null)
                        .statusCode(400)
                        .extract()
                        .jsonPath()
                        .getString("errors[0].field"))
                .isEqualTo("correction");
        events("read").body(Map.of()).post("/v1/review/query").then().statusCode(403);
    }

    private static Printed article(String speaker) {
        return read(Newsroom.address(), ONE.formatted(speaker));
    }

    private static Printed read(String address, String text) {
        Printed printed = Newsroom.print(address, text);
        Newsroom.awaitRead(printed);
        return printed;
    }

    private static void retract(Printed article) {
        Newsroom.sources("admin")
                .body(Map.of("reason", "a test"))
                .post("/v1/articles/" + article.id() + "/retract")
                .then()
                .statusCode(200);
    }

    private static void awaitGone(Printed article) {
        for (int i = 0;
                i < 500 && !ids(Map.of("article", List.of(article.id()))).isEmpty();
                i++) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        assertThat(ids(Map.of("article", List.of(article.id())))).isEmpty();
    }

    private static String statement(Printed article) {
        List<String> ids = ids(Map.of("article", List.of(article.id())));
        assertThat(ids).hasSize(1);
        return ids.get(0);
    }

    private static List<String> ids(Map<String, Object> filter) {
        return events("read")
                .body(Map.of("filter", filter))
                .post("/v1/statements/query")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.node.id");
    }

    private static JsonPath view(String statement) {
        return events("read")
                .body(Map.of("ids", List.of(statement)))
                .post("/v1/statements/by-ids")
                .jsonPath();
    }

    private static String utterance(String statement) {
        return view(statement).getString("items[0].utteranceId");
    }

    private static String speaker(Printed article) {
        return view(statement(article)).getString("items[0].speakers[0].id");
    }

    private static JsonPath conflicts(Map<String, Object> filter) {
        return events("read")
                .body(Map.of("filter", filter))
                .post("/v1/conflicts/query")
                .jsonPath();
    }

    /** The open item about these rows, or null. */
    private static JsonPath asked(List<String> subjects) {
        String after = null;
        while (true) {
            Map<String, Object> body = new HashMap<>(Map.of("first", 100));
            if (after != null) {
                body.put("after", after);
            }
            JsonPath page = events("review")
                    .body(body)
                    .post("/v1/review/query")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            int size = page.getList("items").size();
            for (int i = 0; i < size; i++) {
                List<String> asked = page.getList("items[" + i + "].node.subjectIds");
                if (asked.size() == subjects.size() && asked.containsAll(subjects)) {
                    return page.setRootPath("items[" + i + "].node");
                }
            }
            if (!page.getBoolean("hasNext")) {
                return null;
            }
            after = page.getString("items[" + (size - 1) + "].cursor");
        }
    }

    private static ValidatableResponse decide(
            String kind, List<String> subjects, String verdict, Map<String, Object> correction) {
        Map<String, Object> body = new HashMap<>(Map.of("kind", kind, "subjectIds", subjects, "verdict", verdict));
        if (correction != null) {
            body.put("correction", correction);
        }
        return events("review").body(body).post("/v1/review/decisions").then();
    }

    private static ValidatableResponse undo(String decision) {
        return events("review")
                .post("/v1/review/decisions/" + decision + "/undo")
                .then();
    }
}
