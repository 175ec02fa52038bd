package org.parley.events.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.events.sources.Newsroom.events;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.parley.events.EventsTest;
import org.parley.events.sources.Newsroom;
import org.parley.events.sources.Newsroom.Printed;
import org.parley.events.sources.Told;

/** The nine articles of the fictional ceasefire talks go in at sources-service; the record comes out here. */
@EventsTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadDossierApiTest {

    private Map<String, Printed> printed;

    @Inject
    Jdbi jdbi;

    @BeforeAll
    void print_the_dossier() {
        printed = Newsroom.dossier();
    }

    @Test
    void every_article_has_statements_with_their_facts() {
        for (Printed article : printed.values()) {
            JsonPath page = statementsOf(article.id());
            assertThat(page.getList("items")).as(article.toString()).isNotEmpty();
            assertThat(page.getString("items[0].node.articleHeadline")).isNotBlank();
            assertThat(page.getString("items[0].node.articleUrl")).startsWith("https://");
            assertThat(page.getString("items[0].node.outletName")).isNotBlank();
            assertThat(page.getString("items[0].node.publishedAt")).startsWith("2027-03-");
        }
    }

    @Test
    void every_receipt_in_every_table_equals_the_text_at_its_offsets() {
        record Stored(UUID article, int version, int start, int end, String exact, String prefix, String suffix) {}
        List<Stored> receipts = jdbi.withHandle(handle -> handle.createQuery("""
                        with owner(article_id, article_version, members) as (
                            select article_id, article_version, jsonb_build_array(receipts, cue, speaker_mention, details, stated_receipt)
                            from reading
                            union all select article_id, article_version, jsonb_build_array(receipt) from mention
                            union all select article_id, article_version, jsonb_build_array(receipts) from assertion
                            union all select article_id, article_version, jsonb_build_array(receipt) from actor_role)
                        select article_id, article_version, cast(r ->> 'start' as int) as start, cast(r ->> 'end' as int) as "end",
                            r ->> 'exact' as exact, r ->> 'prefix' as prefix, r ->> 'suffix' as suffix
                        from owner, jsonb_path_query(members, 'strict $.** ? (@.type() == "object" && exists(@.exact))') r""")
                .map((row, context) -> new Stored(
                        row.getObject("article_id", UUID.class),
                        row.getInt("article_version"),
                        row.getInt("start"),
                        row.getInt("end"),
                        row.getString("exact"),
                        row.getString("prefix"),
                        row.getString("suffix")))
                .list());
        Map<String, String> texts = new LinkedHashMap<>();

        assertThat(receipts).hasSizeGreaterThan(300);
        for (Stored receipt : receipts) {
            String text = texts.computeIfAbsent(
                    receipt.article() + "@" + receipt.version(),
                    absent -> Newsroom.text(receipt.article(), receipt.version()));
            assertThat(text.substring(receipt.start(), receipt.end())).isEqualTo(receipt.exact());
            assertThat(text.substring(0, receipt.start())).endsWith(receipt.prefix());
            assertThat(text.substring(receipt.end())).startsWith(receipt.suffix());
        }
    }

    @Test
    void one_person_is_one_actor_in_all_articles_and_has_aliases_and_roles_with_receipts() {
        JsonPath found = events("read")
                .body(Map.of("filter", Map.of("name", "Samira Qadri")))
                .post("/v1/actors/query")
                .jsonPath();

        assertThat(found.getList("items")).hasSize(1);
        assertThat(found.getList("items[0].node.aliases")).contains("Samira Qadri", "Qadri");
        assertThat(found.getString("items[0].node.kind")).isEqualTo("PERSON");
        assertThat(found.getList("items[0].node.roles")).isNotEmpty();
        assertThat(found.getString("items[0].node.roles[0].receipt.exact")).isNotBlank();

        String id = found.getString("items[0].node.id");
        JsonPath statements = events("read")
                .body(Map.of("filter", Map.of("speaker", List.of(id)), "first", 100))
                .post("/v1/statements/query")
                .jsonPath();
        Set<String> articles = new HashSet<>(statements.getList("items.node.articleId"));
        assertThat(articles).hasSizeGreaterThan(2);
    }

    @Test
    void the_corrected_article_keeps_the_ids_of_its_statements() {
        UUID article = printed.get("08").id();
        assertThat(printed.get("03").id()).isEqualTo(article);

        JsonPath now = statementsOf(article);
        List<String> ids = now.getList("items.node.id");
        List<Integer> readings = now.getList("items.node.readings.collect { it.size() }");

        assertThat(now.getList("items.node.articleVersion")).containsOnly(2);
        assertThat(readings).filteredOn(count -> count == 2).hasSizeGreaterThan(ids.size() / 2);
    }

    @Test
    void as_known_before_the_correction_the_first_version_holds_and_its_receipts_are_placed_in_the_second() {
        UUID article = printed.get("08").id();
        String before = jdbi.withHandle(handle ->
                handle.createQuery("""
                        select to_char(min(known_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') from reading
                        where article_id = ? and article_version = 1""").bind(0, article).mapTo(String.class).one());

        JsonPath then = events("read")
                .body(Map.of("filter", Map.of("article", List.of(article)), "knownAt", before, "first", 100))
                .post("/v1/statements/query")
                .jsonPath();

        assertThat(then.getList("items.node.articleVersion")).isNotEmpty().containsOnly(1);
        assertThat(then.getList("items.node.supersededAt")).containsOnlyNulls();
        String text = Newsroom.text(article, 2);
        List<Map<String, Object>> receipts = then.getList("items.node.receipts.flatten()");
        assertThat(receipts).isNotEmpty().allSatisfy(receipt -> {
            if (receipt.get("placement").equals("ORPHANED")) {
                assertThat(receipt).doesNotContainKey("current");
            } else {
                Map<?, ?> current = (Map<?, ?>) receipt.get("current");
                assertThat(text.substring((Integer) current.get("start"), (Integer) current.get("end")))
                        .isEqualTo(receipt.get("exact"));
            }
        });
    }

    @Test
    void every_statement_of_the_present_is_told_in_the_change_feed_before_it_is_changed() {
        Set<String> added = new HashSet<>();
        Set<String> articles = new HashSet<>();
        for (Map<String, Object> change : Told.all()) {
            String type = (String) change.get("type");
            String subject = (String) change.get("subject");
            if (type.equals("org.parley.statement.added.v1")) {
                assertThat(added.add(subject)).isTrue();
                assertThat(articles).contains(articleOf(change));
            } else if (type.startsWith("org.parley.statement.")) {
                assertThat(added).contains(subject);
            } else if (type.equals("org.parley.article.stored.v1")) {
                articles.add(subject);
            }
            assertThat(change).containsEntry("source", "/events");
        }
        assertThat(added).containsAll(statementsOf(printed.get("01").id()).getList("items.node.id"));
    }

    private static String articleOf(Map<String, Object> change) {
        Map<?, ?> data = (Map<?, ?>) change.get("data");
        return (String) ((Map<?, ?>) data.get("after")).get("articleId");
    }

    private static JsonPath statementsOf(UUID article) {
        return events("read")
                .body(Map.of("filter", Map.of("article", List.of(article)), "first", 100, "count", true))
                .post("/v1/statements/query")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
