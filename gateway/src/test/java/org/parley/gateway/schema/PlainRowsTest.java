package org.parley.gateway.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.gateway.GatewayTest;
import org.parley.gateway.Upstream;

/** Rows that are completed by a plan are the rows the engine would make: to the letter, and in the order asked for. */
@QuarkusTest
class PlainRowsTest extends GatewayTest {

    @Test
    void names_and_order_are_those_of_the_document() {
        assertThat(data("""
                {statements(first: 1) {nodes {
                   ...Who
                   said: content
                   kind: __typename
                   form
                   ... on Statement {receipts {exact again: exact start} form}
                   ... on Node {confidence: __typename}
                   statedOn supersededAt negated
                   article {headline outlet {id name __typename}}
                 }}}
                fragment Who on Statement {speaker {name ...Kind} speakers {name}}
                fragment Kind on Actor {kind name}""", Map.of()))
                .isEqualTo("{\"statements\":{\"nodes\":[{"
                        + "\"speaker\":{\"name\":\"Actor 2\",\"kind\":\"PERSON\"},\"speakers\":[{\"name\":\"Actor 2\"}],"
                        + "\"said\":\"Content 1\",\"kind\":\"Statement\",\"form\":\"DIRECT\","
                        + "\"receipts\":[{\"exact\":\"Text\",\"again\":\"Text\",\"start\":0}],"
                        + "\"confidence\":\"Statement\",\"statedOn\":\"2025-11-20\",\"supersededAt\":null,\"negated\":false,"
                        + "\"article\":{\"headline\":\"Headline 2\",\"outlet\":{\"id\":\"" + id("Outlet 1")
                        + "\",\"name\":\"Outlet 1\",\"__typename\":\"Outlet\"}}}]}}");
    }

    @Test
    void what_is_skipped_depends_on_the_variables_of_each_request() {
        String document = """
                query ($brief: Boolean!) {statements(first: 1) {nodes {
                   content @skip(if: $brief) rule @include(if: $brief)
                   speaker @skip(if: $brief) {name} ... on Statement @include(if: $brief) {act}}}}""";
        for (int i = 0; i < 2; i++) {
            assertThat(data(document, Map.of("brief", true)))
                    .isEqualTo("{\"statements\":{\"nodes\":[{\"rule\":\"said\",\"act\":\"ASSERT\"}]}}");
            assertThat(data(document, Map.of("brief", false)))
                    .isEqualTo(
                            "{\"statements\":{\"nodes\":[{\"content\":\"Content 1\",\"speaker\":{\"name\":\"Actor 2\"}}]}}");
        }
    }

    @Test
    void one_field_under_two_names_leads_to_rows_of_two_times() {
        // The same selection, whose articles were read at different times.
        query("""
                {a: statements(first: 1, knownAt: "2025-11-27T10:00:00Z") {nodes {...Printed}}
                 b: statements(first: 1, knownAt: "2025-11-28T10:00:00Z") {nodes {...Printed}}}
                fragment Printed on Statement {article {headline}}""");
        assertThat(Upstream.SOURCES.calls())
                .extracting(call -> call.get("body").toString())
                .anyMatch(body -> body.contains("2025-11-27T10:00:00Z"))
                .anyMatch(body -> body.contains("2025-11-28T10:00:00Z"));
    }

    @Test
    void what_must_not_be_null_and_is_ends_its_row_and_is_told_with_its_place() {
        Upstream.EVENTS.fault("/v1/statements/query", 200, """
                {"items": [{"node": {"id": "0199f3c4-8f4e-7b1a-9c55-e00000000001", "content": "Whole", "speakers": []}},
                           {"node": {"id": "0199f3c4-8f4e-7b1a-9c55-e00000000002", "speakers": []}}], "hasNext": false}""", 0);
        JsonPath json =
                query("{statements {edges {node {content speaker {name}}}}}").jsonPath();
        assertThat(json.getList("data.statements.edges.node")).isEqualTo(Arrays.asList(whole(), null));
        assertThat(json.getList("errors.path")).containsExactly(List.of("statements", "edges", 1, "node", "content"));
    }

    private static Map<String, Object> whole() {
        Map<String, Object> row = new HashMap<>();
        row.put("content", "Whole");
        row.put("speaker", null);
        return row;
    }

    private static String id(String outlet) {
        return query("{outlets {nodes {id name}}}")
                .jsonPath()
                .param("name", outlet)
                .getString("data.outlets.nodes.find {it.name == name}.id");
    }

    /** The data of an answer, as it is written. */
    private static String data(String document, Map<String, ?> variables) {
        String written = query(document, variables).asString();
        assertThat(written).startsWith("{\"data\":");
        return written.substring("{\"data\":".length(), written.indexOf(",\"extensions\":"));
    }
}
