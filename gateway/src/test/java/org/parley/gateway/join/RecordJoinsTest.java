package org.parley.gateway.join;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.gateway.GatewayTest;
import org.parley.gateway.Upstream;
import org.parley.gateway.node.NodeId;
import org.parley.gateway.node.NodeType;

/** What was gathered from statements: utterances, positions, points, conflicts; and what people decide about them. */
@QuarkusTest
class RecordJoinsTest extends GatewayTest {

    /** A query that many rows answer, the calls it takes, and a piece of the answer with the rows behind the first list. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{statements {nodes {utterance {content outletCount}}}} | 2 | statements.nodes[1].utterance.content | Utterance 2",
                "{statements {nodes {party {name}}}} | 1 | statements.nodes[0].party.name | Actor 3",
                "{utterances {nodes {speaker {name} statements {nodes {content}}}}} | 2 | utterances.nodes[1].statements.nodes[0].content | Content 2",
                "{utterances {nodes {origins {basis outlet {name} articles {headline}}}}} | 3 | utterances.nodes[1].origins[0].articles[1].headline | Headline 2",
                "{utterances(first: 1) {nodes {origins {basis}}}} | 1 | utterances.nodes[0].origins[1].basis | OTHER",
                "{proposals {nodes {positions {nodes {stance holder {name} version {label}}}}}} | 3 | proposals.nodes[0].positions.nodes[0].stance | OPPOSE",
                "{actors {nodes {positions {nodes {proposal {title} statements {nodes {content}}}}}}} | 4 | actors.nodes[0].positions.nodes[0].statements.nodes[1].content | Content 2",
                "{actors {nodes {party {name} mergedFrom {name}}}} | 2 | actors.nodes[1].party.name | Actor 3",
                "{proposals {nodes {versions {position counts {value} points {text fate demandedBy {name} point {states {text}}}}}}} | 2 | proposals.nodes[0].versions[0].points[1].point.states[0].text | Text of point 2",
                "{proposals {nodes {respondsTo {title} responses {nodes {title}}}}} | 3 | proposals.nodes[1].respondsTo.title | Plan 1",
                "{articles {nodes {assertions {nodes {field value proposal {title}}}}}} | 3 | articles.nodes[0].assertions.nodes[0].value | 28",
                "{conflicts {nodes {kind sides {value statements {content} assertions {value article {headline}}} utterance {content} proposal {title} speaker {name}}}} | 5 | conflicts.nodes[0].sides[1].statements[0].content | Content 2",
                "{articles {nodes {duplicates(first: 1) {pageInfo {hasNextPage} nodes {kind other {headline}}}}}} | 2 | articles.nodes[0].duplicates.nodes[0].other.headline | Headline 2",
                "{outlets {nodes {state scorecard {articles firstShare}}}} | 2 | outlets.nodes[0].scorecard.articles | 3",
            })
    void a_join_takes_one_call_for_all_rows(String document, int calls, String path, String value) {
        JsonPath json = query(document).jsonPath();
        assertThat(json.getList("errors")).isNull();
        assertThat(json.getString("data." + path)).isEqualTo(value);
        List<String> paths = new ArrayList<>(Upstream.EVENTS.paths());
        paths.addAll(Upstream.SOURCES.paths());
        assertThat(paths).hasSize(calls);
    }

    @Test
    void statements_that_are_gone_are_left_out_of_a_position_and_the_rest_is_paged() {
        String document = "query ($after: String) {proposals(first: 1) {nodes {positions {nodes {"
                + "statements(first: 1, after: $after) {nodes {content} pageInfo {hasNextPage endCursor}}}}}}}";
        String at = "data.proposals.nodes[0].positions.nodes[0].statements.";
        JsonPath first = query(document).jsonPath();
        assertThat(first.getList(at + "nodes.content")).containsExactly("Content 1");
        JsonPath second = query(document, Map.of("after", first.getString(at + "pageInfo.endCursor")))
                .jsonPath();
        assertThat(second.getList(at + "nodes.content")).containsExactly("Content 2");
        assertThat(second.getBoolean(at + "pageInfo.hasNextPage")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "POINT, 7, Point",
        "UTTERANCE, 3, Utterance",
        "CONFLICT, 6, Conflict",
        "ASSERTION, 5, Assertion",
    })
    void each_has_a_global_id(NodeType type, String mark, String name) {
        String id = new NodeId(type, "0199f3c4-8f4e-7b1a-9c55-" + mark + "00000000001").encoded();
        JsonPath json = query("query ($id: ID!) {node(id: $id) {id __typename}}", Map.of("id", id))
                .jsonPath();
        assertThat(json.getString("data.node.__typename")).isEqualTo(name);
        assertThat(json.getString("data.node.id")).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{reviewQueue {nodes {id}}}",
                "{feeds {nodes {id}}}",
                "mutation {undoReview(id: \"x\") {decision {id}}}",
                "mutation {mergeActors(into: \"x\", from: []) {actor {id}}}",
                "mutation {unmergeProposal(id: \"x\") {proposal {id}}}",
                "mutation {retractArticle(id: \"x\", reason: \"r\") {article {id}}}",
                "mutation {addOutlet(input: {name: \"x\"}) {outlet {id}}}",
                "mutation {pollFeed(id: \"x\") {feed {id}}}",
            })
    void work_on_the_record_needs_a_key(String document) {
        assertThat(query(document).jsonPath().getString("errors[0].extensions.code"))
                .isEqualTo("UNAUTHENTICATED");
        assertThat(Upstream.EVENTS.paths()).isEmpty();
        assertThat(Upstream.SOURCES.paths()).isEmpty();
    }

    @Test
    void a_reviewer_sees_what_is_doubtful_and_decides() {
        JsonPath queue = queryAsAdmin(
                        "{reviewQueue {nodes {kind why subjects {... on Statement {content}}}}}", Map.of())
                .jsonPath();
        assertThat(queue.getList("data.reviewQueue.nodes[0].subjects.content"))
                .containsExactly("Content 1", "Content 2");
        Upstream.EVENTS.fault("/v1/review/decisions", 200, """
                {"id":"0199f3c4-8f4e-7b1a-9c55-100000000001","kind":"STATEMENT","subjectIds":[],"verdict":"CORRECT",\
                "by":"key","knownAt":"2025-11-21T09:00:00Z"}""", 0);
        JsonPath decided = queryAsAdmin(
                        "mutation ($s: ID!, $a: ID!) {review(input: {kind: STATEMENT, subjects: [$s], verdict: CORRECT,"
                                + " correction: {speaker: $a, negated: true, spans: [{articleVersion: 1, start: 3, end: 9}]}}) {decision {id verdict by}}}",
                        Map.of("s", id(NodeType.STATEMENT, "e00000000001"), "a", id(NodeType.ACTOR, "d00000000001")))
                .jsonPath();
        assertThat(decided.getString("data.review.decision.verdict")).isEqualTo("CORRECT");
        String body = (String) Upstream.EVENTS.calls().get(2).get("body");
        assertThat(body)
                .contains("\"subjectIds\":[\"0199f3c4-8f4e-7b1a-9c55-e00000000001\"]")
                .contains("\"correction\":{\"speakerId\":\"0199f3c4-8f4e-7b1a-9c55-d00000000001\",\"negated\":true,"
                        + "\"spans\":[{\"articleVersion\":1,\"start\":3,\"end\":9}]}");
    }

    @Test
    void a_reviewer_sees_what_was_decided_about_a_row() {
        Upstream.EVENTS.fault("/v1/review/decisions/query", 200, """
                {"items":[{"cursor":"c","node":{"id":"0199f3c4-8f4e-7b1a-9c55-100000000001","kind":"STATEMENT",\
                "subjectIds":["0199f3c4-8f4e-7b1a-9c55-e00000000001"],"verdict":"REJECT","note":"misread","by":"key","knownAt":"2025-11-21T09:00:00Z",\
                "undoneAt":"2025-11-21T10:00:00Z"}}],"hasNext":false,"hasPrevious":false}""", 0);
        JsonPath json = queryAsAdmin(
                        "query ($s: ID!) {reviewDecisions(subject: $s, first: 5) {nodes {verdict note by undoneAt"
                                + " subjects {id ... on Statement {content}}}}}",
                        Map.of("s", id(NodeType.STATEMENT, "e00000000001")))
                .jsonPath();
        assertThat(json.getString("data.reviewDecisions.nodes[0].note")).isEqualTo("misread");
        assertThat(json.getString("data.reviewDecisions.nodes[0].subjects[0].id"))
                .isEqualTo(id(NodeType.STATEMENT, "e00000000001"));
        assertThat(json.getString("data.reviewDecisions.nodes[0].subjects[0].content"))
                .isNotBlank();
        assertThat((String) Upstream.EVENTS.calls().get(0).get("body"))
                .contains("\"filter\":{\"subject\":[\"0199f3c4-8f4e-7b1a-9c55-e00000000001\"]}", "\"first\":5");
    }

    @Test
    void the_articles_behind_a_number_of_a_scorecard_are_listed() {
        Upstream.SOURCES.fault("/v1/outlets/0199f3c4-8f4e-7b1a-9c55-b00000000001/scorecard-rows", 200, """
                {"items":[{"cursor":"c","node":{"id":"0199f3c4-8f4e-7b1a-9c55-a00000000001","headline":"Told first"}}],\
                "hasNext":true,"hasPrevious":false}""", 0);
        JsonPath json = query(
                        "query ($o: ID!) {scorecardArticles(outlet: $o, metric: FIRST, days: 7, first: 1) {nodes {headline} pageInfo {hasNextPage}}}",
                        Map.of("o", id(NodeType.OUTLET, "b00000000001")))
                .jsonPath();
        assertThat(json.getString("data.scorecardArticles.nodes[0].headline")).isEqualTo("Told first");
        assertThat(json.getBoolean("data.scorecardArticles.pageInfo.hasNextPage"))
                .isTrue();
        assertThat((String) Upstream.SOURCES.calls().get(0).get("body"))
                .contains("\"metric\":\"FIRST\"", "\"days\":7", "\"first\":1");
    }

    @Test
    void what_the_service_finds_in_the_way_of_a_merge_is_handed_on() {
        Upstream.EVENTS.fault("/v1/actors/merge", 409, """
                {"type":"x","title":"x","status":409,"detail":"They are one already.","code":"CONFLICT"}""", 0);
        JsonPath json = queryAsAdmin(
                        "mutation ($into: ID!, $from: [ID!]!) {mergeActors(into: $into, from: $from) {actor {id}}}",
                        Map.of(
                                "into",
                                id(NodeType.ACTOR, "d00000000001"),
                                "from",
                                List.of(id(NodeType.ACTOR, "d00000000002"))))
                .jsonPath();
        assertThat(json.getString("errors[0].extensions.code")).isEqualTo("CONFLICT");
        assertThat((String) Upstream.EVENTS.calls().get(0).get("body"))
                .isEqualTo("{\"into\":\"0199f3c4-8f4e-7b1a-9c55-d00000000001\","
                        + "\"from\":[\"0199f3c4-8f4e-7b1a-9c55-d00000000002\"]}");
    }

    @Test
    void an_administrator_adds_and_turns_feeds() {
        String feed = id(NodeType.FEED, "c00000000001");
        Upstream.SOURCES.fault("/v1/feeds/0199f3c4-8f4e-7b1a-9c55-c00000000001/poll", 200, """
                {"outcome":"OK","items":5,"stored":2,"newVersions":0,"unchanged":3,"refused":0}""", 0);
        JsonPath polled = queryAsAdmin(
                        "mutation ($id: ID!) {pollFeed(id: $id) {poll {outcome stored} feed {title outlet {name}}}}",
                        Map.of("id", feed))
                .jsonPath();
        assertThat(polled.getInt("data.pollFeed.poll.stored")).isEqualTo(2);
        assertThat(polled.getString("data.pollFeed.feed.title")).isEqualTo("Feed 1");
        Upstream.SOURCES.fault("/v1/feeds/0199f3c4-8f4e-7b1a-9c55-c00000000001", 200, """
                {"id":"0199f3c4-8f4e-7b1a-9c55-c00000000001","url":"https://example.org/1.xml","state":"PAUSED"}""", 0);
        JsonPath patched = queryAsAdmin(
                        "mutation ($id: ID!) {updateFeed(id: $id, patch: {title: \"T\"}) {feed {state}}}",
                        Map.of("id", feed))
                .jsonPath();
        assertThat(patched.getString("data.updateFeed.feed.state")).isEqualTo("PAUSED");
        assertThat((String) Upstream.SOURCES.calls().get(2).get("body")).isEqualTo("{\"title\":\"T\"}");
    }

    private static String id(NodeType type, String end) {
        return new NodeId(type, "0199f3c4-8f4e-7b1a-9c55-" + end).encoded();
    }
}
