package org.parley.gateway.change;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.gateway.GatewayTest;
import org.parley.gateway.Upstream;
import org.parley.gateway.http.SocketClient;
import org.parley.gateway.node.NodeId;
import org.parley.gateway.node.NodeType;

/** What changes arrives: all of it, in order, to whom it concerns. */
@QuarkusTest
class SubscriptionTest extends GatewayTest {

    private static final String ACTOR = "0199f3c4-8f4e-7b1a-9c55-d00000000001";
    private static final String PROPOSAL = "0199f3c4-8f4e-7b1a-9c55-f00000000001";
    private static final String EVENTS = """
            subscription {statementChanged%s {
               cursor kind reason before {content}
               statement {content speaker {name} article {headline outlet {name}}}}}""";

    @TestHTTPResource("/graphql")
    URI graphql;

    @Test
    void a_statement_arrives_with_what_hangs_on_it() throws Exception {
        try (SocketClient client = SocketClient.ready(graphql)) {
            client.subscribe("1", EVENTS.formatted(""));
            listening();
            added("first", ACTOR);
            JsonNode event = client.next("next").at("/payload/data/statementChanged");
            assertThat(event.path("kind").asText()).isEqualTo("ADDED");
            assertThat(event.path("reason").asText()).isEqualTo("EXTRACTION");
            assertThat(event.path("before").isNull()).isTrue();
            assertThat(event.at("/statement/content").asText()).isEqualTo("first");
            assertThat(event.at("/statement/article/headline").asText()).isEqualTo("Headline 1");
            added("second", ACTOR);
            assertThat(client.next("next")
                            .at("/payload/data/statementChanged/statement/content")
                            .asText())
                    .isEqualTo("second");
        }
    }

    @Test
    void after_a_cursor_nothing_is_missed_and_nothing_told_twice() throws Exception {
        String cursor;
        try (SocketClient client = SocketClient.ready(graphql)) {
            client.subscribe("1", EVENTS.formatted(""));
            listening();
            for (int i = 0; i < 5; i++) {
                added("n" + i, ACTOR);
            }
            client.next("next");
            cursor = client.next("next")
                    .at("/payload/data/statementChanged/cursor")
                    .asText();
        }
        added("n5", ACTOR);
        try (SocketClient client = SocketClient.ready(graphql)) {
            client.subscribe("1", EVENTS.formatted("(after: \"" + cursor + "\")"));
            for (int i = 2; i < 6; i++) {
                assertThat(client.next("next")
                                .at("/payload/data/statementChanged/statement/content")
                                .asText())
                        .isEqualTo("n" + i);
            }
            assertThat(client.isSilent()).isTrue();
        }
    }

    @Test
    void only_what_fits_the_filter_now_or_before_is_told() throws Exception {
        String speaker = new NodeId(NodeType.ACTOR, ACTOR).encoded();
        try (SocketClient client = SocketClient.ready(graphql)) {
            client.subscribe(
                    "1", EVENTS.formatted("(filter: {speaker: [\"" + speaker + "\"], not: {text: \"secret\"}})"));
            listening();
            added("by another", "0199f3c4-8f4e-7b1a-9c55-d00000000002");
            added("a SECRET word", ACTOR);
            superseded("gone", ACTOR);
            JsonNode event = client.next("next").at("/payload/data/statementChanged");
            assertThat(event.path("kind").asText()).isEqualTo("SUPERSEDED");
            assertThat(event.at("/before/content").asText()).isEqualTo("gone");
        }
    }

    @Test
    void a_proposal_is_followed_alone() throws Exception {
        try (SocketClient client = SocketClient.ready(graphql)) {
            client.subscribe(
                    "1",
                    "subscription {proposalChanged(id: \"%s\") {kind proposal {title}}}"
                            .formatted(new NodeId(NodeType.PROPOSAL, PROPOSAL).encoded()));
            listening();
            proposal("0199f3c4-8f4e-7b1a-9c55-f00000000002", "another");
            proposal(PROPOSAL, "wanted");
            assertThat(client.next("next")
                            .at("/payload/data/proposalChanged/proposal/title")
                            .asText())
                    .isEqualTo("wanted");
        }
    }

    @Test
    void a_service_that_comes_back_costs_no_event() throws Exception {
        try (SocketClient client = SocketClient.ready(graphql)) {
            client.subscribe("1", EVENTS.formatted(""));
            listening();
            Upstream.EVENTS.fault("/v1/changes", 503, "", 0);
            added("while away", ACTOR);
            // What was waited for when the service went away is answered; the next request meets the fault.
            client.next("next");
            added("still away", ACTOR);
            assertThat(client.isSilent()).isTrue();
            Upstream.reset();
            assertThat(client.next("next")
                            .at("/payload/data/statementChanged/statement/content")
                            .asText())
                    .isEqualTo("still away");
        }
    }

    @Test
    void a_client_that_takes_nothing_holds_up_no_other_and_all_wait_with_one_request() throws Exception {
        String fat = "x".repeat(20_000);
        try (SocketClient deaf = SocketClient.ready(graphql);
                SocketClient other = SocketClient.ready(graphql);
                SocketClient third = SocketClient.ready(graphql)) {
            for (SocketClient client : new SocketClient[] {deaf, other, third}) {
                client.subscribe("1", EVENTS.formatted(""));
            }
            listening();
            Thread.sleep(300);
            assertThat(Upstream.EVENTS.feedReads()).isEqualTo(1);
            deaf.goDeaf();
            Upstream.EVENTS.change(IntStream.range(0, 400)
                    .mapToObj(i -> addition(i + fat, ACTOR))
                    .toList());
            for (int i = 0; i < 400; i++) {
                assertThat(other.next("next")
                                .at("/payload/data/statementChanged/statement/content")
                                .asText())
                        .startsWith(i + "x");
                third.next("next");
            }
        }
    }

    @Test
    void browsers_without_sockets_read_events() throws Exception {
        String document = EVENTS.formatted("");
        var connection = (HttpURLConnection)
                URI.create(graphql + "?query=" + URLEncoder.encode(document, StandardCharsets.UTF_8))
                        .toURL()
                        .openConnection();
        connection.setRequestProperty("Accept", "text/event-stream");
        connection.setReadTimeout(10_000);
        try (var lines =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(connection.getContentType()).startsWith("text/event-stream");
            assertThat(lines.readLine()).isEqualTo(":");
            listening();
            added("streamed", ACTOR);
            assertThat(lines.readLine()).isEmpty();
            assertThat(lines.readLine()).isEqualTo("event: next");
            assertThat(lines.readLine())
                    .startsWith("data: {\"data\":{\"statementChanged\":")
                    .contains("streamed");
        }
    }

    @Test
    void a_query_as_events_ends_with_complete() {
        Response answer = given().accept("text/event-stream")
                .contentType("application/json")
                .body(Map.of("query", "{__typename}"))
                .post("/graphql");
        assertThat(answer.asString())
                .startsWith("event: next\ndata: {\"data\":{\"__typename\":\"Query\"}")
                .endsWith("}\n\nevent: complete\ndata:\n\n");
    }

    @Test
    void a_subscription_that_fails_says_why_once_and_ends() {
        Response answer = given().accept("text/event-stream")
                .contentType("application/json")
                .body(Map.of("query", "subscription {statementChanged(after: \"b2xkIDA\") {cursor}}"))
                .post("/graphql");
        assertThat(answer.asString())
                .contains("CURSOR_EXPIRED")
                .endsWith("event: complete\ndata:\n\n")
                .doesNotContain("\"data\"");
    }

    @Test
    void a_subscription_over_plain_json_is_refused() {
        Response answer = query("subscription {statementChanged {cursor}}");
        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(answer.jsonPath().getString("errors[0].message")).contains("text/event-stream");
    }

    /** Waits until somebody waits for changes. */
    private static void listening() throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            if (Upstream.EVENTS.feedReads() > 0) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("nobody reads the feed");
    }

    private static void added(String content, String speaker) {
        Upstream.EVENTS.change(List.of(addition(content, speaker)));
    }

    private static Map<String, ?> addition(String content, String speaker) {
        return Map.of(
                "type", "org.parley.statement.added.v1",
                "subject", "0199f3c4-8f4e-7b1a-9c55-e00000000001",
                "data", Map.of("after", statement(content, speaker), "reason", "EXTRACTION"));
    }

    private static void superseded(String content, String speaker) {
        Upstream.EVENTS.change(List.of(Map.of(
                "type", "org.parley.statement.superseded.v1",
                "subject", "0199f3c4-8f4e-7b1a-9c55-e00000000001",
                "data", Map.of("before", statement(content, speaker), "reason", "NEW_VERSION"))));
    }

    private static void proposal(String id, String title) {
        Upstream.EVENTS.change(List.of(Map.of(
                "type",
                "org.parley.proposal.changed.v1",
                "subject",
                id,
                "data",
                Map.of(
                        "after",
                        Map.of("id", id, "slug", "s", "title", title, "kind", "PLAN"),
                        "reason",
                        "EXTRACTION"))));
    }

    private static Map<String, Object> statement(String content, String speaker) {
        Map<String, Object> statement = new HashMap<>();
        statement.put("id", "0199f3c4-8f4e-7b1a-9c55-e00000000001");
        statement.put("articleId", "0199f3c4-8f4e-7b1a-9c55-b00000000001");
        statement.put("articleVersion", 1);
        statement.put("content", content);
        statement.put("form", "DIRECT");
        statement.put("act", "ASSERT");
        statement.put("speakers", List.of(Map.of("id", speaker, "name", "Actor", "kind", "PERSON")));
        statement.put("confidence", 0.9);
        statement.put("rule", "said");
        statement.put("knownAt", "2025-11-21T09:00:00Z");
        return statement;
    }
}
