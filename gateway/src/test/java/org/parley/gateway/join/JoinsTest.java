package org.parley.gateway.join;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.gateway.GatewayTest;
import org.parley.gateway.Upstream;

/** Rows of two services in one answer: the right ones, with few calls, and without the one that fails. */
@QuarkusTest
class JoinsTest extends GatewayTest {

    private static final String JOIN = """
            {statements {nodes {
               content receipts {exact}
               article {headline text outlet {name}}
               speaker {name}
               stances {value proposal {title}}
               about {proposal {title}}
            }}}""";

    @Test
    void the_join_query_takes_three_calls() {
        Response answer = query(JOIN);
        JsonPath json = answer.jsonPath();
        assertThat(json.getList("errors")).isNull();
        assertThat(json.getString("data.statements.nodes[0].content")).isEqualTo("Content 1");
        assertThat(json.getString("data.statements.nodes[0].article.text")).isEqualTo("Text of article 2.");
        assertThat(json.getString("data.statements.nodes[0].article.outlet.name"))
                .isEqualTo("Outlet 1");
        assertThat(json.getString("data.statements.nodes[0].stances[0].proposal.title"))
                .isEqualTo("Plan 1");
        assertThat(json.getString("data.statements.nodes[1].about[0].proposal.title"))
                .isEqualTo("Plan 1");
        assertThat(calls())
                .containsExactlyInAnyOrder("/v1/statements/query", "/v1/articles/by-ids", "/v1/proposals/by-ids");
    }

    @Test
    void fields_of_one_name_and_different_arguments_each_have_their_own_answer() {
        JsonPath json = query("""
                {articles {nodes {
                   a: statements(first: 1) {totalCount nodes {id}}
                   b: statements(first: 3) {nodes {id}}
                   c: statements(first: 3, filter: {form: [DIRECT]}) {nodes {id}}
                }}}""").jsonPath();
        assertThat(json.getList("errors")).isNull();
        assertThat(json.getList("data.articles.nodes.a.nodes*.size()")).isEqualTo(List.of(1, 1, 1));
        assertThat(json.getList("data.articles.nodes.b.nodes*.size()")).isEqualTo(List.of(2, 2, 2));
        assertThat(json.getInt("data.articles.nodes[0].a.totalCount")).isEqualTo(2);
        // One for each set of arguments, however many articles.
        assertThat(Upstream.EVENTS.paths()).hasSize(3);
        assertThat(Upstream.EVENTS.calls().stream()
                        .filter(call -> call.get("body").toString().contains("\"count\":true")))
                .hasSize(1);
    }

    @Test
    void rows_that_many_ask_for_are_read_once() {
        query("""
                {a: statements {nodes {article {headline} r: receipts {article {url}}}}
                 b: statements(first: 2) {nodes {article {text}}}}""");
        assertThat(Upstream.SOURCES.paths()).containsOnly("/v1/articles/by-ids");
        assertThat(Upstream.SOURCES.paths().size()).isLessThanOrEqualTo(2);
    }

    @Test
    void a_dead_service_empties_its_own_branch_and_no_other() {
        Upstream.SOURCES.fault("/v1/articles/by-ids", 500, "<h1>boom at org.parley.Secret</h1>", 0);
        Response answer = query(JOIN);
        JsonPath json = answer.jsonPath();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json.getList("data.statements.nodes.content")).hasSize(6);
        assertThat(json.getList("data.statements.nodes.article")).containsOnlyNulls();
        assertThat(json.getList("errors.extensions.code")).containsOnly("UPSTREAM_UNAVAILABLE");
        assertThat(json.getList("errors.path")).contains(List.of("statements", "nodes", 0, "article"));
        assertThat(answer.asString()).doesNotContain("Secret", "boom");
    }

    @Test
    void a_service_that_hangs_costs_its_branch_the_time_out() {
        Upstream.SOURCES.fault("/v1/articles/query", 200, "{}", 5_000);
        long before = System.nanoTime();
        JsonPath json =
                query("{articles {nodes {id}} statements {nodes {content}}}").jsonPath();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofMillis(2_500));
        assertThat(json.getString("data.articles")).isNull();
        assertThat(json.getList("data.statements.nodes")).hasSize(6);
        assertThat(json.getString("errors[0].extensions.code")).isEqualTo("UPSTREAM_UNAVAILABLE");
    }

    @Test
    void an_answer_that_cannot_be_read_counts_as_none() {
        Upstream.EVENTS.fault("/v1/statements/query", 200, "{\"items\": 17}", 0);
        JsonPath json =
                query("{statements {nodes {id}} articles {nodes {headline}}}").jsonPath();
        assertThat(json.getString("errors[0].extensions.code")).isEqualTo("UPSTREAM_UNAVAILABLE");
        assertThat(json.getList("data.articles.nodes")).hasSize(3);
    }

    @Test
    void every_type_can_be_had_by_its_id() {
        JsonPath json = query("""
                {articles(first: 1) {nodes {id outlet {id} versions {id}}}
                 statements(first: 1) {nodes {id articleId}}
                 proposals(first: 1) {nodes {id versions {id proposal {id}} currentVersion {id}}}
                 actors(first: 1) {nodes {id aliases roles {role}}}}""").jsonPath();
        assertThat(json.getList("errors")).isNull();
        List<String> ids = new ArrayList<>();
        for (String path : List.of(
                "articles.nodes[0].id",
                "articles.nodes[0].outlet.id",
                "articles.nodes[0].versions[0].id",
                "statements.nodes[0].id",
                "statements.nodes[0].articleId",
                "proposals.nodes[0].id",
                "proposals.nodes[0].versions[0].id",
                "actors.nodes[0].id")) {
            ids.add(json.getString("data." + path));
        }
        JsonPath nodes = query("query ($ids: [ID!]!) {nodes(ids: $ids) {id __typename}}", Map.of("ids", ids))
                .jsonPath();
        assertThat(nodes.getList("errors")).isNull();
        assertThat(nodes.getList("data.nodes.id")).isEqualTo(ids);
        assertThat(nodes.getList("data.nodes.__typename"))
                .containsExactly(
                        "Article",
                        "Outlet",
                        "ArticleVersion",
                        "Statement",
                        "Article",
                        "Proposal",
                        "ProposalVersion",
                        "Actor");
    }

    @Test
    void cursors_page_a_list_to_its_end() {
        List<String> seen = new ArrayList<>();
        String after = null;
        boolean more = true;
        while (more) {
            JsonPath json = query(
                            "query ($after: String) {statements(first: 4, after: $after) {edges {cursor node {content}}"
                                    + " pageInfo {hasNextPage hasPreviousPage endCursor} totalCount}}",
                            after == null ? Map.of() : Map.of("after", after))
                    .jsonPath();
            seen.addAll(json.getList("data.statements.edges.node.content"));
            assertThat(json.getInt("data.statements.totalCount")).isEqualTo(6);
            after = json.getString("data.statements.pageInfo.endCursor");
            more = json.getBoolean("data.statements.pageInfo.hasNextPage");
        }
        assertThat(seen).containsExactly("Content 1", "Content 2", "Content 3", "Content 4", "Content 5", "Content 6");
    }

    @Test
    void known_at_holds_for_the_whole_subtree() {
        query("""
                {statements(first: 1, knownAt: "2025-11-27T10:00:00+01:00") {nodes {
                   speaker {aliases statements(first: 1) {nodes {id}}}}}}""");
        assertThat(Upstream.EVENTS.calls())
                .hasSize(3)
                .allSatisfy(call ->
                        assertThat(call.get("body").toString()).contains("\"knownAt\":\"2025-11-27T09:00:00Z\""));
    }

    @Test
    void search_merges_both_services_and_pages_through_them() {
        JsonPath first = query("{search(text: \"x\", first: 2) {totalCount pageInfo {hasNextPage endCursor}"
                        + " nodes {kind title score highlight {text hit} node {id __typename}}}}")
                .jsonPath();
        assertThat(first.getList("errors")).isNull();
        assertThat(first.getList("data.search.nodes.kind")).containsExactly("STATEMENT", "ARTICLE");
        assertThat(first.getInt("data.search.totalCount")).isEqualTo(3);
        assertThat(first.getList("data.search.nodes.node.__typename")).containsExactly("Statement", "Article");
        JsonPath second = query(
                        "query ($after: String) {search(text: \"x\", first: 2, after: $after) {pageInfo {hasNextPage} nodes {kind}}}",
                        Map.of("after", first.getString("data.search.pageInfo.endCursor")))
                .jsonPath();
        assertThat(second.getList("data.search.nodes.kind")).containsExactly("ACTOR");
        assertThat(second.getBoolean("data.search.pageInfo.hasNextPage")).isFalse();
    }

    private static List<String> calls() {
        List<String> calls = new ArrayList<>(Upstream.SOURCES.paths());
        calls.addAll(Upstream.EVENTS.paths());
        return calls;
    }
}
