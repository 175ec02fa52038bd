package org.parley.events.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.events.sources.Newsroom.events;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.events.ScriptedEventsTest;
import org.parley.events.receipt.SpanMap;
import org.parley.extraction.ProposalMention.Kind;
import org.parley.extraction.Speaker;
import org.parley.extraction.StanceValue;

/** What is stored, for findings that are given; so these tests do not move when the engine gets better. */
@ScriptedEventsTest
class ReadingStoreTest {

    private static final String TEXT = """
            Sella Marn said the 28-point plan was fair.

            President Ode Kallur of Tavria called the US-backed plan unworkable. Marn said talks go on.
            """;

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
    void a_full_name_is_one_actor_everywhere_and_a_surname_alone_only_in_its_article() {
        UUID first = read(
                TEXT,
                Found.in(TEXT)
                        .person("Sella Marn", null, "the 28-point plan was fair")
                        .person("Marn", null, "talks go on"));
        UUID second = read(
                TEXT,
                Found.in(TEXT)
                        .person("Sella Marn", null, "the 28-point plan was fair")
                        .person("Marn", null, "talks go on"));

        List<String> full = actors(first, second, "the 28-point plan was fair");
        List<String> surname = actors(first, second, "talks go on");

        assertThat(full.get(0)).isEqualTo(full.get(1));
        assertThat(surname.get(0)).isNotEqualTo(surname.get(1));
    }

    @Test
    void spellings_of_one_name_are_one_actor_who_has_them_as_aliases() {
        UUID first = read(TEXT, Found.in(TEXT).person("Volodar Petrenskyy", null, "talks go on"));
        UUID second = read(TEXT, Found.in(TEXT).person("Volodar Petrensky", null, "talks go on"));

        List<String> ids = actors(first, second, "talks go on");
        JsonPath actor = byId("/v1/actors/by-ids", ids.get(0));

        assertThat(ids.get(0)).isEqualTo(ids.get(1));
        assertThat(actor.getList("items[0].aliases")).contains("Volodar Petrenskyy", "Volodar Petrensky");
    }

    @Test
    void a_capital_that_speaks_is_its_state_and_unnamed_groups_stay_in_their_article() {
        Speaker capital = new Speaker("Moscow", Speaker.Kind.STATE, List.of("Moscow"), null, null);
        Speaker state = new Speaker("Russia", Speaker.Kind.STATE, List.of("Russia"), null, null);
        Speaker group = new Speaker("two diplomats", Speaker.Kind.GROUP, List.of("two diplomats"), null, null);
        UUID first = read(TEXT, Found.in(TEXT).says(capital, "talks go on").says(group, "was fair"));
        UUID second = read(TEXT, Found.in(TEXT).says(state, "talks go on").says(group, "was fair"));

        List<String> states = actors(first, second, "talks go on");
        List<String> groups = actors(first, second, "was fair");

        assertThat(states.get(0)).isEqualTo(states.get(1));
        assertThat(byId("/v1/actors/by-ids", states.get(0)).getString("items[0].name"))
                .isEqualTo("Russia");
        assertThat(byId("/v1/actors/by-ids", states.get(0)).getList("items[0].aliases"))
                .contains("Moscow", "Russia");
        assertThat(groups.get(0)).isNotEqualTo(groups.get(1));
    }

    @Test
    void a_role_is_kept_with_its_receipt() {
        UUID article = read(TEXT, Found.in(TEXT).person("Ode Kallur", "President", "unworkable"));

        String actor = statements(article).getString("items[0].node.speakers[0].id");
        JsonPath shown = byId("/v1/actors/by-ids", actor);

        assertThat(shown.getString("items[0].roles[0].role")).isEqualTo("President");
        assertThat(shown.getString("items[0].roles[0].receipt.exact")).isEqualTo("President");
        assertThat(shown.getInt("items[0].roles[0].receipt.current.start")).isEqualTo(TEXT.indexOf("President"));
    }

    @Test
    void mentions_with_one_count_and_sponsor_mean_one_proposal_with_the_statements_about_it() {
        UUID first = read(
                TEXT,
                Found.in(TEXT)
                        .names("marn", "tavria", "one plan")
                        .mentions("the 28-point plan", 28, null, Kind.PLAN, 0)
                        .about(0, StanceValue.SUPPORT)
                        .person("Sella Marn", null, "was fair"));
        UUID second = read(
                TEXT,
                Found.in(TEXT)
                        .names("marn", "tavria", "one plan")
                        .mentions("the 28-point plan", 28, "United States", Kind.PLAN, 0)
                        .mentions("the US-backed plan", 28, "United States", Kind.PLAN, 0)
                        .about(1, StanceValue.OPPOSE)
                        .person("Ode Kallur", null, "unworkable"));

        String proposal = statements(first).getString("items[0].node.stances[0].proposalId");
        assertThat(statements(second).getString("items[0].node.stances[0].proposalId"))
                .isEqualTo(proposal);

        JsonPath shown = byId("/v1/proposals/by-ids", proposal);
        assertThat(shown.getInt("items[0].versions[0].pointCount")).isEqualTo(28);
        assertThat(shown.getList("items[0].versions[0].counts[0].receipts.exact"))
                .containsExactly("the 28-point plan", "the 28-point plan");
        assertThat(shown.getString("items[0].proposers[0].name")).isEqualTo("United States");
        assertThat(shown.getString("items[0].proposers[0].kind")).isEqualTo("STATE");
        assertThat(shown.getInt("items[0].mentionCount")).isEqualTo(3);
        assertThat(shown.getList("items[0].versions[0].receipts")).hasSize(2);

        JsonPath mentions = events("read")
                .body(Map.of("ids", List.of(proposal), "first", 2, "count", true))
                .post("/v1/proposals/mentions")
                .jsonPath();
        assertThat(mentions.getList("pages.'%s'.items".formatted(proposal))).hasSize(2);
        assertThat(mentions.getInt("pages.'%s'.total".formatted(proposal))).isEqualTo(3);
        assertThat(mentions.getBoolean("pages.'%s'.hasNext".formatted(proposal)))
                .isTrue();

        JsonPath about = events("read")
                .body(Map.of("by", "PROPOSAL", "keys", List.of(proposal), "count", true))
                .post("/v1/statements/pages-by")
                .jsonPath();
        assertThat(about.getList("pages.'%s'.items.node.content".formatted(proposal)))
                .containsExactlyInAnyOrder("was fair", "unworkable");
        String slug = shown.getString("items[0].slug");
        events("read").get("/v1/proposals/by-slug/" + slug).then().statusCode(200);
        events("read").get("/v1/proposals/by-slug/no-such-plan").then().statusCode(404);
    }

    @Test
    void other_sponsors_are_other_proposals_and_articles_on_other_matters_share_none() {
        Found found = Found.in(TEXT)
                .names("kallur", "tavria", "two plans")
                .mentions("the 28-point plan", 19, "United States", Kind.PLAN, 0)
                .mentions("the US-backed plan", 19, "Tavria", Kind.PLAN, 1)
                .about(0, null)
                .person("Sella Marn", null, "was fair")
                .about(1, null)
                .person("Sella Marn", null, "unworkable");
        Found elsewhere = Found.in(TEXT)
                .names("orr", "vess", "two plans")
                .mentions("the 28-point plan", 19, "United States", Kind.PLAN, 0)
                .about(0, null)
                .person("Sella Marn", null, "was fair");
        List<String> first = statements(read(TEXT, found)).getList("items.node.about.proposalId.flatten()");
        List<String> second = statements(read(TEXT, found)).getList("items.node.about.proposalId.flatten()");
        List<String> third = statements(read(TEXT, elsewhere)).getList("items.node.about.proposalId.flatten()");

        assertThat(first).hasSize(2).doesNotHaveDuplicates();
        assertThat(second).containsExactlyInAnyOrderElementsOf(first);
        assertThat(third).hasSize(1).doesNotContainAnyElementsOf(first);
    }

    @Test
    void a_later_article_tells_which_proposal_an_earlier_one_meant_and_the_past_stays_as_it_was() {
        UUID first = read(
                TEXT,
                Found.in(TEXT)
                        .names("a", "b", "c")
                        .mentions("the 28-point plan", 28, null, Kind.PLAN, 0)
                        .mentions("the US-backed plan", 19, null, Kind.PLAN, 1)
                        .about(1, StanceValue.SUPPORT)
                        .person("Sella Marn", null, "was fair"));
        String before = statements(first).getString("items[0].node.stances[0].proposalId");
        Instant then = Instant.now();
        read(
                TEXT,
                Found.in(TEXT)
                        .names("a", "b", "c")
                        .mentions("the 28-point plan", 28, "Tavria", Kind.PLAN, 0)
                        .mentions("the US-backed plan", 19, "Tavria", Kind.PLAN, 1)
                        .person("Sella Marn", null, "was fair"));

        String after = statements(first).getString("items[0].node.stances[0].proposalId");
        JsonPath proposal = byId("/v1/proposals/by-ids", after);
        assertThat(proposal.getList("items[0].versions.pointCount")).containsExactlyInAnyOrder(28, 19);
        JsonPath past = events("read")
                .body(Map.of("filter", Map.of("article", List.of(first)), "knownAt", then.toString()))
                .post("/v1/statements/query")
                .jsonPath();
        assertThat(past.getString("items[0].node.stances[0].proposalId")).isEqualTo(before);
        assertThat(byId("/v1/proposals/by-ids", before).getString("items[0].id"))
                .isEqualTo(after);
    }

    @Test
    void a_statement_keeps_its_id_in_a_new_version_and_one_that_is_gone_is_superseded() {
        UUID article = read(
                TEXT,
                Found.in(TEXT)
                        .person("Sella Marn", null, "the 28-point plan was fair")
                        .person("Sella Marn", null, "talks go on"));
        Map<String, String> before = ids(article);
        String now = "CORRECTION: a name was wrong.\n\n"
                + TEXT.replace("28-point plan", "19-point plan").replace(" Marn said talks go on.", "");

        readVersion(
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
        assertThat(changesOf(before.get("talks go on")))
                .containsExactly("org.parley.statement.added.v1", "org.parley.statement.superseded.v1");
        assertThat(changesOf(before.get("the 28-point plan was fair")))
                .containsExactly("org.parley.statement.added.v1", "org.parley.statement.changed.v1");
    }

    @Test
    void what_was_taken_out_and_comes_back_has_its_old_id() {
        UUID article = read(TEXT, Found.in(TEXT).person("Sella Marn", null, "talks go on"));
        String id = ids(article).get("talks go on");
        String without = TEXT.replace(" Marn said talks go on.", "");
        readVersion(
                article,
                2,
                "2027-03-05T12:00:00Z",
                without,
                Map.of(1, SpanMap.between(TEXT, without)),
                Found.in(without));
        assertThat(ids(article)).isEmpty();

        readVersion(
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
        UUID article = read(TEXT, Found.in(TEXT).person("Sella Marn", null, "talks go on"));
        String id = ids(article).get("talks go on");
        String earlier = "Sella Marn said talks go on. Nothing else.";
        Articles.addVersion(jdbi, article, 2, Instant.parse("2027-03-01T12:00:00Z"));
        WorkItem item = queue.claim("test").orElseThrow();
        ArticleInHand inHand = jdbi.withHandle(handle -> ArticleInHand.of(handle, item));
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
        WorkItem item = queue.claim("test").orElseThrow();
        ReadArticle read = new ReadArticle(
                item,
                jdbi.withHandle(handle -> ArticleInHand.of(handle, item)),
                TEXT,
                "test/1",
                Found.in(TEXT).person("Sella Marn", null, "talks go on").extraction(),
                Map.of(),
                null);

        assertThat(store.store(read)).isTrue();
        assertThat(store.store(read)).isFalse();
        assertThat(ids(article)).hasSize(1);
    }

    @Test
    void another_extractor_version_adds_readings_and_keeps_the_ids() {
        UUID article = read(TEXT, Found.in(TEXT).person("Sella Marn", null, "talks go on"));
        String id = ids(article).get("talks go on");

        readAgain(article, "test/2", Found.in(TEXT).person("Sella Marn", null, "talks go"));

        assertThat(ids(article)).containsExactly(Map.entry("talks go", id));
        assertThat(byId("/v1/statements/by-ids", id).getList("items[0].readings.extractor"))
                .containsExactly("test/1", "test/2");
    }

    @Test
    void what_people_decided_and_which_utterance_it_is_outlive_a_new_extractor() {
        UUID article = read(
                TEXT, Found.in(TEXT).person("Sella Marn", null, "talks go on").person("Marn", null, "was fair"));
        String kept = ids(article).get("talks go on");
        String rejected = ids(article).get("was fair");
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

        readAgain(
                article,
                "test/2",
                Found.in(TEXT).person("Sella Marn", null, "talks go").person("Marn", null, "plan was fair"));

        assertThat(ids(article)).as("what was rejected stays out").containsOnlyKeys("talks go");
        JsonPath now = byId("/v1/statements/by-ids", kept);
        assertThat(now.getString("items[0].statedOn")).isEqualTo("2027-03-02");
        assertThat(now.getString("items[0].review")).isEqualTo("CORRECTED");
        assertThat(now.getString("items[0].utteranceId")).isEqualTo(utterance);
        assertThat(byId("/v1/statements/by-ids", rejected).getString("items[0].review"))
                .isEqualTo("REJECTED");
    }

    @Test
    void a_body_that_one_article_takes_for_a_state_is_one_whichever_came_first() {
        Speaker asBody = new Speaker("Osterland", Speaker.Kind.ORGANISATION, List.of("Osterland"), null, null);
        Speaker asState = new Speaker("Osterland", Speaker.Kind.STATE, List.of("Osterland"), null, null);
        UUID first = read(TEXT, Found.in(TEXT).says(asBody, "talks go on"));
        UUID second = read(TEXT, Found.in(TEXT).says(asState, "talks go on"));
        UUID third = read(TEXT, Found.in(TEXT).says(asBody, "talks go on"));

        List<String> ids = actors(first, second, "talks go on");
        assertThat(ids.get(0)).isEqualTo(ids.get(1));
        assertThat(List.of(first, second, third))
                .allSatisfy(article -> assertThat(statements(article).getString("items[0].node.speakers[0].kind"))
                        .isEqualTo("STATE"));
    }

    @Test
    void articles_stored_together_come_out_as_those_stored_one_by_one() {
        List<ReadArticle> reads = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Articles.add(jdbi);
            WorkItem item = queue.claim("test").orElseThrow();
            reads.add(new ReadArticle(
                    item,
                    jdbi.withHandle(handle -> ArticleInHand.of(handle, item)),
                    TEXT,
                    "test/1",
                    Found.in(TEXT).person("Ilva Noor", null, "talks go on").extraction(),
                    Map.of(),
                    null));
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
        UUID article = read(TEXT, Found.in(TEXT).person("Sella Marn", null, "talks go on"));

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
        WorkItem item = queue.claim("test").orElseThrow();
        ReadArticle read = new ReadArticle(
                item,
                jdbi.withHandle(handle -> ArticleInHand.of(handle, item)),
                TEXT.substring(0, 20),
                "test/1",
                Found.in(TEXT).person("Sella Marn", null, "talks go on").extraction(),
                Map.of(),
                null);

        assertThatThrownBy(() -> store.store(read)).hasStackTraceContaining("ends after the text");
        assertThat(ids(item.articleId())).isEmpty();
    }

    private void readAgain(UUID article, String extractor, Found found) {
        sql("update work_item set state = 'PENDING', attempts = 0 where article_id = ?", article);
        WorkItem item = queue.claim("test").orElseThrow();
        store.store(new ReadArticle(
                item,
                jdbi.withHandle(handle -> ArticleInHand.of(handle, item)),
                TEXT,
                extractor,
                found.extraction(),
                Map.of(1, SpanMap.between(TEXT, TEXT)),
                null));
    }

    private static void decide(Map<String, Object> decision) {
        events("review").body(decision).post("/v1/review/decisions").then().statusCode(200);
    }

    private void sql(String sql, UUID article) {
        jdbi.useHandle(handle -> handle.execute(sql, article));
    }

    private UUID read(String text, Found found) {
        UUID article = Articles.add(jdbi);
        store(article, text, Map.of(), found);
        return article;
    }

    private void readVersion(
            UUID article, int number, String retrieved, String text, Map<Integer, SpanMap> maps, Found found) {
        Articles.addVersion(jdbi, article, number, Instant.parse(retrieved));
        store(article, text, maps, found);
    }

    private void store(UUID article, String text, Map<Integer, SpanMap> maps, Found found) {
        WorkItem item = queue.claim("test").orElseThrow();
        assertThat(item.articleId()).isEqualTo(article);
        ArticleInHand inHand = jdbi.withHandle(handle -> ArticleInHand.of(handle, item));
        assertThat(store.store(new ReadArticle(item, inHand, text, "test/1", found.extraction(), maps, null)))
                .isTrue();
    }

    private static JsonPath statements(UUID article) {
        return events("read")
                .body(Map.of("filter", Map.of("article", List.of(article)), "first", 100))
                .post("/v1/statements/query")
                .jsonPath();
    }

    private static Map<String, String> ids(UUID article) {
        Map<String, String> ids = new HashMap<>();
        List<Map<String, Object>> nodes = statements(article).getList("items.node");
        nodes.forEach(node -> ids.put((String) node.get("content"), (String) node.get("id")));
        return ids;
    }

    /** Who says these words in the one and in the other article. */
    private static List<String> actors(UUID first, UUID second, String words) {
        String path = "items.node.find { it.content == '%s' }.speakers[0].id".formatted(words);
        return List.of(statements(first).getString(path), statements(second).getString(path));
    }

    private static JsonPath byId(String path, String id) {
        return events("read").body(Map.of("ids", List.of(id))).post(path).jsonPath();
    }

    private static List<String> changesOf(String subject) {
        String cursor = "";
        boolean more = true;
        List<String> types = new ArrayList<>();
        while (more) {
            JsonPath page = events("feed")
                    .queryParam("after", cursor)
                    .get("/v1/changes")
                    .jsonPath();
            types.addAll(page.getList("events.findAll { it.subject == '%s' }.type".formatted(subject)));
            cursor = page.getString("next");
            more = page.getBoolean("more");
        }
        return types;
    }
}
