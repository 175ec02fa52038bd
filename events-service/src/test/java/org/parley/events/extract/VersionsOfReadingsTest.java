package org.parley.events.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.events.extract.Readings.actors;
import static org.parley.events.extract.Readings.byId;
import static org.parley.events.extract.Readings.ids;
import static org.parley.events.sources.Newsroom.events;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.events.ScriptedEventsTest;
import org.parley.events.receipt.SpanMap;
import org.parley.events.sources.Told;

/** What becomes of stored findings when an article changes, arrives late or is read again. */
@ScriptedEventsTest
class VersionsOfReadingsTest {

    private static final String TEXT = """
            Sella Marn said the 28-point plan was fair.

            President Ode Kallur of Tavria called the US-backed plan unworkable. Marn said talks go on.
            """;

    @Inject
    Readings readings;

    @Inject
    WorkQueue queue;

    @Inject
    ReadingStore store;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void forget_earlier_work() {
        Articles.noWork(jdbi);
    }

    @Test
    void a_statement_keeps_its_id_in_a_new_version_and_one_that_is_gone_is_superseded() {
        UUID article = readings.read(
                TEXT,
                Found.in(TEXT)
                        .person("Sella Marn", null, "the 28-point plan was fair")
                        .person("Sella Marn", null, "talks go on"));
        Map<String, String> before = ids(article);
        String now = "CORRECTION: a name was wrong.\n\n"
                + TEXT.replace("28-point plan", "19-point plan").replace(" Marn said talks go on.", "");

        readings.readVersion(
                article,
                2,
                "2027-03-05T12:00:00Z",
                now,
                Map.of(1, SpanMap.between(TEXT, now)),
                Found.in(now).person("Sella Marn", null, "the 19-point plan was fair"));

        assertThat(ids(article))
                .containsExactly(Map.entry("the 19-point plan was fair", before.get("the 28-point plan was fair")));
        JsonPath gone = byId("/v1/statements/by-ids", before.get("talks go on"));
        assertThat(gone.getString("items[0].supersededAt")).isNotNull();
        assertThat(gone.getString("items[0].receipts[0].placement")).isEqualTo("ORPHANED");
        JsonPath kept = byId("/v1/statements/by-ids", before.get("the 28-point plan was fair"));
        assertThat(kept.getList("items[0].readings.content"))
                .containsExactly("the 28-point plan was fair", "the 19-point plan was fair");
        assertThat(Told.types(before.get("talks go on")))
                .containsExactly("org.parley.statement.added.v1", "org.parley.statement.superseded.v1");
        assertThat(Told.types(before.get("the 28-point plan was fair")))
                .containsExactly("org.parley.statement.added.v1", "org.parley.statement.changed.v1");
    }

    @Test
    void what_was_taken_out_and_comes_back_has_its_old_id() {
        UUID article = readings.read(TEXT, Found.in(TEXT).person("Sella Marn", null, "talks go on"));
        String id = ids(article).get("talks go on");
        String without = TEXT.replace(" Marn said talks go on.", "");
        readings.readVersion(
                article,
                2,
                "2027-03-05T12:00:00Z",
                without,
                Map.of(1, SpanMap.between(TEXT, without)),
                Found.in(without));
        assertThat(ids(article)).isEmpty();

        readings.readVersion(
                article,
                3,
                "2027-03-06T12:00:00Z",
                TEXT,
                Map.of(1, SpanMap.between(TEXT, TEXT), 2, SpanMap.between(without, TEXT)),
                Found.in(TEXT).person("Sella Marn", null, "talks go on"));

        assertThat(ids(article)).containsExactly(Map.entry("talks go on", id));
    }

    @Test
    void a_version_that_arrives_late_is_kept_as_the_past_it_is() {
        UUID article = readings.read(TEXT, Found.in(TEXT).person("Sella Marn", null, "talks go on"));
        String id = ids(article).get("talks go on");
        String earlier = "Sella Marn said talks go on. Nothing else.";
        Articles.addVersion(jdbi, article, 2, Instant.parse("2027-03-01T12:00:00Z"));
        WorkItem item = queue.claim("test").orElseThrow();
        ArticleInHand inHand = readings.inHand(item);
        assertThat(inHand.newest()).isFalse();

        store.store(new ReadArticle(
                item,
                inHand,
                earlier,
                "test/1",
                Found.in(earlier)
                        .person("Sella Marn", null, "talks go on")
                        .person("Sella Marn", null, "Nothing else")
                        .extraction(),
                Map.of(1, SpanMap.between(TEXT, earlier)),
                SpanMap.between(earlier, TEXT)));

        assertThat(ids(article)).containsExactly(Map.entry("talks go on", id));
        JsonPath kept = byId("/v1/statements/by-ids", id);
        assertThat(kept.getInt("items[0].articleVersion")).isEqualTo(1);
        assertThat(kept.getList("items[0].readings.articleVersion")).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void results_of_a_lost_claim_are_not_stored_and_a_version_is_stored_once() {
        UUID article = Articles.add(jdbi);
        ReadArticle read = readings.claim(TEXT, Found.in(TEXT).person("Sella Marn", null, "talks go on"));

        assertThat(store.store(read)).isTrue();
        assertThat(store.store(read)).isFalse();
        assertThat(ids(article)).hasSize(1);
    }

    @Test
    void another_extractor_version_adds_readings_and_keeps_the_ids() {
        UUID article = readings.read(TEXT, Found.in(TEXT).person("Sella Marn", null, "talks go on"));
        String id = ids(article).get("talks go on");

        readings.readAgain(article, TEXT, "test/2", Found.in(TEXT).person("Sella Marn", null, "talks go"));

        assertThat(ids(article)).containsExactly(Map.entry("talks go", id));
        assertThat(byId("/v1/statements/by-ids", id).getList("items[0].readings.extractor"))
                .containsExactly("test/1", "test/2");
    }

    @Test
    void what_people_decided_and_which_utterance_it_is_outlive_a_new_extractor() {
        // Words of its own: copies of one sentence are reports of one remark.
        String text = TEXT.replace("talks go on", "boats still sail").replace("was fair", "was kind");
        UUID article = readings.read(
                text,
                Found.in(text).person("Sella Marn", null, "boats still sail").person("Marn", null, "was kind"));
        String kept = ids(article).get("boats still sail");
        String rejected = ids(article).get("was kind");
        String utterance = byId("/v1/statements/by-ids", kept).getString("items[0].utteranceId");
        decide(Map.of("kind", "STATEMENT", "subjectIds", List.of(rejected), "verdict", "REJECT"));
        decide(Map.of(
                "kind",
                "STATEMENT",
                "subjectIds",
                List.of(kept),
                "verdict",
                "CORRECT",
                "correction",
                Map.of("statedOn", "2027-03-02")));

        readings.readAgain(
                article,
                text,
                "test/2",
                Found.in(text).person("Sella Marn", null, "boats still").person("Marn", null, "plan was kind"));

        assertThat(ids(article)).as("what was rejected stays out").containsOnlyKeys("boats still");
        JsonPath now = byId("/v1/statements/by-ids", kept);
        assertThat(now.getString("items[0].statedOn")).isEqualTo("2027-03-02");
        assertThat(now.getString("items[0].review")).isEqualTo("CORRECTED");
        assertThat(now.getString("items[0].utteranceId")).isEqualTo(utterance);
        assertThat(byId("/v1/statements/by-ids", rejected).getString("items[0].review"))
                .isEqualTo("REJECTED");
    }

    @Test
    void articles_stored_together_come_out_as_those_stored_one_by_one() {
        List<ReadArticle> reads = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Articles.add(jdbi);
            reads.add(readings.claim(TEXT, Found.in(TEXT).person("Ilva Noor", null, "talks go on")));
        }
        jdbi.useHandle(handle -> handle.execute(
                "update work_item set worker = 'another' where article_id = ?",
                reads.get(1).item().articleId()));

        assertThat(store.store(reads)).containsExactly(reads.get(1));

        UUID first = reads.get(0).item().articleId();
        UUID last = reads.get(2).item().articleId();
        List<String> speakers = actors(first, last, "talks go on");
        assertThat(speakers.get(0)).isEqualTo(speakers.get(1));
        assertThat(ids(reads.get(1).item().articleId())).isEmpty();
    }

    @Test
    void a_stored_reading_cannot_be_changed_or_deleted_only_closed_once() {
        UUID article = readings.read(TEXT, Found.in(TEXT).person("Sella Marn", null, "talks go on"));

        assertThatThrownBy(() -> sql("update reading set content = 'never said' where article_id = ?", article))
                .hasMessageContaining("never changed, only closed");
        assertThatThrownBy(() -> sql("delete from reading where article_id = ?", article))
                .hasMessageContaining("never changed");
        sql("update reading set superseded_at = now() where article_id = ?", article);
        assertThatThrownBy(() -> sql("update reading set superseded_at = null where article_id = ?", article))
                .hasMessageContaining("never changed, only closed");
    }

    @Test
    void a_span_beyond_the_text_is_never_stored() {
        Articles.add(jdbi);
        ReadArticle read =
                readings.claim(TEXT.substring(0, 20), Found.in(TEXT).person("Sella Marn", null, "talks go on"));

        assertThatThrownBy(() -> store.store(read)).hasStackTraceContaining("ends after the text");
        assertThat(ids(read.item().articleId())).isEmpty();
    }

    private static void decide(Map<String, Object> decision) {
        events("review").body(decision).post("/v1/review/decisions").then().statusCode(200);
    }

    private void sql(String sql, UUID article) {
        jdbi.useHandle(handle -> handle.execute(sql, article));
    }
}
