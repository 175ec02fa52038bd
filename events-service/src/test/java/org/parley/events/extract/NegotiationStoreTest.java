package org.parley.events.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.events.sources.Newsroom.events;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
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
import org.parley.extraction.ArticleText;
import org.parley.extraction.Engine;

/** Proposals as they are kept: arrivals in any order, reading again, and what people merge. */
@ScriptedEventsTest
class NegotiationStoreTest {

    private static final Engine ENGINE = Engine.load();
    private static final List<String> TEXTS = List.of(
            "Mediators in %1$s cut the draft ceasefire plan from 31 points to 17. The original 31-point plan, which %2$s handed to %3$s"
                    + " on March 2, would have capped the fleet at nine ships.",
            "Envoys of %2$s left %1$s. The 17-point plan includes an exchange of prisoners, %3$s said.",
            "%3$s published six conditions in %1$s on March 3. %2$s dismissed the conditions and read the 31-point plan aloud.");

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
    void articles_in_another_order_make_the_same_proposals() {
        List<UUID> forth = read(new String[] {"Geneva", "Norway", "Chile"}, 0, 1, 2);
        List<UUID> back = read(new String[] {"Lisbon", "Norway", "Peru"}, 2, 1, 0);

        assertThat(shape(back.get(0))).isEqualTo(shape(forth.get(2)));
        assertThat(shape(back.get(1))).isEqualTo(shape(forth.get(1)));
        assertThat(shape(back.get(2))).isEqualTo(shape(forth.get(0)));
        assertThat(shape(forth.get(0)))
                .anySatisfy(proposal ->
                        assertThat(proposal).contains("31 points", "17 points", "capped the fleet at nine ships NEW"));
    }

    @Test
    void reading_again_keeps_every_id_and_says_nothing_new() {
        List<UUID> articles = read(new String[] {"Madrid", "Kenya", "Ghana"}, 0, 1, 2);
        List<String> before = ids(articles.get(0));
        long states = count("select count(*) from proposal_state");
        jdbi.useHandle(handle -> handle.execute(
                "update work_item set state = 'PENDING', attempts = 0 where article_id = ?", articles.get(0)));
        long readings = count("select count(*) from reading") + count("select count(*) from reading_about");
        store(articles.get(0), text(0, "Madrid", "Kenya", "Ghana"), "test/2");

        assertThat(count("select count(*) from extraction where extractor = 'test/2' and found_by = 'test/1'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from reading") + count("select count(*) from reading_about"))
                .isEqualTo(readings);
        read(new String[] {"Madrid", "Kenya", "Ghana"}, 1);
        assertThat(ids(articles.get(0))).isEqualTo(before);
        assertThat(count("select count(*) from proposal_state where superseded_at is null and proposal_id in ("
                        + "select proposal_id from meaning g join mention m on m.id = g.mention_id where m.article_id = '"
                        + articles.get(0) + "' and g.superseded_at is null)"))
                .isEqualTo(before.size());
        assertThat(count("select count(*) from proposal_state")).isLessThanOrEqualTo(states + before.size());
    }

    @Test
    void what_stands_in_all_kinds_of_news_makes_no_negotiation_of_two() {
        List<UUID> one = read(new String[] {"Geneva", "The United Nations", "Iceland"}, 0);
        List<UUID> other = read(new String[] {"Geneva", "The United Nations", "Iceland"}, 1);
        List<UUID> same = read(new String[] {"Geneva", "Iceland", "Samoa"}, 0, 1);

        assertThat(ids(other.get(0))).doesNotContainAnyElementsOf(ids(one.get(0)));
        assertThat(ids(same.get(1))).containsAnyElementsOf(ids(same.get(0)));
    }

    @Test
    void a_merge_redirects_outlasts_new_articles_and_can_be_taken_back() {
        List<UUID> articles = read(new String[] {"Vienna", "Japan", "Spain"}, 0, 2);
        List<String> ids = ids(articles.get(1));
        String into = ids.get(0);
        String from = ids.get(1);

        events("review")
                .body(Map.of("into", into, "from", List.of(from), "reason", "one text"))
                .post("/v1/proposals/merge")
                .then()
                .statusCode(200);
        Map<String, Object> told = lastTold(from);
        assertThat(told.get("reason")).isEqualTo("MERGE");
        assertThat(((Map<?, ?>) told.get("before")).get("id")).isEqualTo(from);
        assertThat(((Map<?, ?>) told.get("after")).get("id")).isEqualTo(into);
        events("review")
                .body(Map.of("into", from, "from", List.of(into)))
                .post("/v1/proposals/merge")
                .then()
                .statusCode(org.hamcrest.Matchers.anyOf(org.hamcrest.Matchers.is(404), org.hamcrest.Matchers.is(409)));
        read(new String[] {"Vienna", "Japan", "Spain"}, 1);
        JsonPath merged = proposals(List.of(from));
        assertThat(merged.getString("items[0].id")).isEqualTo(into);
        assertThat(merged.getList("items[0].mergedFrom.id")).containsExactly(from);
        assertThat(merged.getList("items[0].versions.pointCount")).contains(31, 17, 6);

        events("review")
                .body(Map.of("id", from))
                .post("/v1/proposals/unmerge")
                .then()
                .statusCode(200);
        assertThat(proposals(List.of(from)).getString("items[0].id")).isEqualTo(from);
        events("review")
                .body(Map.of("id", from))
                .post("/v1/proposals/unmerge")
                .then()
                .statusCode(404);
        events("read")
                .body(Map.of("into", into, "from", List.of(from)))
                .post("/v1/proposals/merge")
                .then()
                .statusCode(403);
    }

    @Test
    void a_change_of_a_proposal_is_told_with_what_it_was_before() {
        String id =
                ids(read(new String[] {"Lisbon", "Kenya", "Chile"}, 0).get(0)).get(0);
        assertThat(lastTold(id)).doesNotContainKey("before");
        List<Integer> counts = proposals(List.of(id)).getList("items[0].versions.pointCount");

        read(new String[] {"Lisbon", "Kenya", "Chile"}, 1);

        Map<String, Object> told = lastTold(id);
        assertThat((List<?>) ((Map<?, ?>) told.get("before")).get("versions"))
                .extracting("pointCount")
                .isEqualTo(counts);
        assertThat(told.get("before")).isNotEqualTo(told.get("after"));
    }

    /** The data of the last event about a proposal. */
    private static Map<String, Object> lastTold(String proposal) {
        List<Map<String, Object>> all = Told.data(proposal);
        return all.get(all.size() - 1);
    }

    @Test
    void two_versions_are_compared_and_what_an_article_states_itself_has_receipts() {
        List<UUID> articles = read(new String[] {"Berne", "Cuba", "Egypt"}, 0, 1);
        JsonPath plan = proposals(List.of(ids(articles.get(0)).get(0)));
        List<String> versions = plan.getList("items[0].versions.id");

        JsonPath diff = events("read")
                .body(Map.of("from", versions.get(0), "to", versions.get(1)))
                .post("/v1/proposal-versions/diff")
                .jsonPath();
        assertThat(diff.getList("points.label")).contains("capped the fleet at nine ships", "exchange of prisoners");
        JsonPath stated = events("read")
                .body(Map.of("by", "ARTICLE", "keys", List.of(articles.get(0))))
                .post("/v1/assertions/pages-by")
                .jsonPath();
        assertThat(stated.getList("pages.'%s'.items.node.value".formatted(articles.get(0))))
                .contains("31", "17", "2027-03-02");
        assertThat(stated.getList("pages.'%s'.items.node.proposalId".formatted(articles.get(0))))
                .contains(plan.getString("items[0].id"));
    }

    private static String text(int which, String place, String one, String other) {
        return TEXTS.get(which).formatted(place, one, other);
    }

    private List<UUID> read(String[] names, int... order) {
        List<UUID> articles = new ArrayList<>();
        for (int which : order) {
            UUID article = Articles.add(jdbi);
            store(article, text(which, names[0], names[1], names[2]), "test/1");
            articles.add(article);
        }
        return articles;
    }

    private void store(UUID article, String text, String extractor) {
        WorkItem item = queue.claim("test").orElseThrow();
        assertThat(item.articleId()).isEqualTo(article);
        ArticleInHand inHand = jdbi.withHandle(handle -> ArticleInHand.of(handle, item));
        Map<Integer, SpanMap> maps =
                inHand.versionsRead().isEmpty() ? Map.of() : Map.of(1, SpanMap.between(text, text));
        store.store(new ReadArticle(
                item,
                inHand,
                text,
                extractor,
                ENGINE.extract(new ArticleText(text, null, inHand.publishedOn(), "en")),
                maps,
                null));
    }

    private List<String> ids(UUID article) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select cast(g.proposal_id as text) from meaning g join mention m on m.id = g.mention_id
                        where m.article_id = :article and g.superseded_at is null group by 1 order by min(m.start_at)""")
                .bind("article", article)
                .mapTo(String.class)
                .list());
    }

    private long count(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private static JsonPath proposals(List<String> ids) {
        return events("read")
                .body(Map.of("ids", ids))
                .post("/v1/proposals/by-ids")
                .jsonPath();
    }

    /** The proposals an article tells of, without ids and names of places. */
    private List<String> shape(UUID article) {
        JsonPath shown = proposals(ids(article));
        List<Map<String, Object>> items = shown.getList("items");
        return items.stream()
                .map(item -> item.get("kind") + " "
                        + ((List<?>) item.get("versions"))
                                .stream()
                                        .map(version -> (Map<?, ?>) version)
                                        .map(version -> version.get("label") + " "
                                                + version.get("datedOn") + " "
                                                + ((List<?>) version.get("points"))
                                                        .stream()
                                                                .map(point -> ((Map<?, ?>) point).get("label") + " "
                                                                        + ((Map<?, ?>) point).get("fate"))
                                                                .toList())
                                        .toList())
                .toList();
    }
}
