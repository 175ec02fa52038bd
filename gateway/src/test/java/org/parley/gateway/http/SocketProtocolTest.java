package org.parley.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.gateway.FirstKey;
import org.parley.gateway.GatewayTest;

/** The protocol graphql-transport-ws, case by case. */
@QuarkusTest
class SocketProtocolTest extends GatewayTest {

    private static final String INIT = "> {'type':'connection_init'}";
    private static final String ACK = "< connection_ack";
    private static final String QUERY = "> {'type':'subscribe','id':'1','payload':{'query':'{__typename}'}}";
    private static final String SUBSCRIBE =
            "> {'type':'subscribe','id':'1','payload':{'query':'subscription {statementChanged {cursor}}'}}";

    @TestHTTPResource("/graphql")
    URI graphql;

    private static Arguments script(String name, String... steps) {
        return Arguments.of(name, List.of(steps));
    }

    static List<Arguments> scripts() {
        return List.of(
                script("a socket is opened", INIT, ACK),
                script(
                        "what the client says of itself is taken",
                        "> {'type':'connection_init','payload':{'a':1}}",
                        ACK),
                script("a null payload is none", "> {'type':'connection_init','payload':null}", ACK),
                script("the second initialisation", INIT, ACK, INIT, "x 4429"),
                script("an operation before the socket is open", QUERY, "x 4401"),
                script("nothing within the time for it", "x 4408"),
                script("ping before anything else", "> {'type':'ping'}", "< pong"),
                script(
                        "ping gets back what it carried",
                        "> {'type':'ping','payload':{'n':[1,'a']}}",
                        "< pong {'n':[1,'a']}"),
                script("pong unasked", "> {'type':'pong'}", INIT, ACK),
                script("no JSON", "> hello", "x 4400"),
                script("an array", "> []", "x 4400"),
                script("a number", "> 17", "x 4400"),
                script("an empty message", "> ", "x 4400"),
                script("an unknown type", "> {'type':'start'}", "x 4400"),
                script("no type", "> {'id':'1'}", "x 4400"),
                script("a type that is no string", "> {'type':7}", "x 4400"),
                script("a binary message", "b", "x 4400"),
                script("no id", INIT, ACK, "> {'type':'subscribe','payload':{'query':'{__typename}'}}", "x 4400"),
                script("an empty id", INIT, ACK, "> {'type':'subscribe','id':'','payload':{'query':'{a}'}}", "x 4400"),
                script("an id that is no string", INIT, ACK, "> {'type':'subscribe','id':1,'payload':{}}", "x 4400"),
                script("no payload", INIT, ACK, "> {'type':'subscribe','id':'1'}", "x 4400"),
                script("no query", INIT, ACK, "> {'type':'subscribe','id':'1','payload':{}}", "x 4400"),
                script(
                        "a query that is no string",
                        INIT,
                        ACK,
                        "> {'type':'subscribe','id':'1','payload':{'query':1}}",
                        "x 4400"),
                script(
                        "variables that are no object",
                        INIT,
                        ACK,
                        "> {'type':'subscribe','id':'1','payload':{'query':'{__typename}','variables':[]}}",
                        "x 4400"),
                script("complete without an id", INIT, ACK, "> {'type':'complete'}", "x 4400"),
                script(
                        "complete of what does not run",
                        INIT,
                        ACK,
                        "> {'type':'complete','id':'9'}",
                        QUERY,
                        "< next",
                        "< complete"),
                script("a query", INIT, ACK, QUERY, "< next", "< complete"),
                script(
                        "an id again after its end",
                        INIT,
                        ACK,
                        QUERY,
                        "< next",
                        "< complete",
                        QUERY,
                        "< next",
                        "< complete"),
                script(
                        "what cannot be parsed, and its id again",
                        INIT,
                        ACK,
                        "> {'type':'subscribe','id':'1','payload':{'query':'{'}}",
                        "< error GRAPHQL_PARSE_FAILED",
                        QUERY,
                        "< next",
                        "< complete"),
                script(
                        "what does not fit the schema, and its id again",
                        INIT,
                        ACK,
                        "> {'type':'subscribe','id':'1','payload':{'query':'{nonsense}'}}",
                        "< error GRAPHQL_VALIDATION_FAILED",
                        QUERY,
                        "< next",
                        "< complete"),
                script("an id that runs", INIT, ACK, SUBSCRIBE, SUBSCRIBE, "x 4409"),
                script(
                        "a subscription the client ends, and its id again",
                        INIT,
                        ACK,
                        SUBSCRIBE,
                        "> {'type':'complete','id':'1'}",
                        QUERY,
                        "< next",
                        "< complete"),
                script(
                        "a subscription that cannot begin, and its id again",
                        INIT,
                        ACK,
                        "> {'type':'subscribe','id':'1','payload':{'query':'subscription {statementChanged(after: \\'b2xkIDA\\') {cursor}}'}}",
                        "< error CURSOR_EXPIRED",
                        QUERY,
                        "< next",
                        "< complete"),
                script(
                        "a cursor that is none",
                        INIT,
                        ACK,
                        "> {'type':'subscribe','id':'1','payload':{'query':'subscription {statementChanged(after: \\'x\\') {cursor}}'}}",
                        "< error BAD_USER_INPUT"),
                script(
                        "a key that is none",
                        "> {'type':'connection_init','payload':{'Authorization':'Bearer parley_no'}}",
                        "x 4403"),
                script(
                        "a good key in the first message",
                        "> {'type':'connection_init','payload':{'Authorization':'" + FirstKey.bearer() + "'}}",
                        ACK));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scripts")
    void the_protocol_holds(String name, List<String> script) throws Exception {
        try (SocketClient client = SocketClient.open(graphql, Socket.PROTOCOL, Map.of())) {
            for (String step : script) {
                play(client, step);
            }
        }
    }

    private static void play(SocketClient client, String step) throws Exception {
        String what =
                step.length() > 2 ? step.substring(2).replace("\\'", "\\\"").replace('\'', '"') : "";
        switch (step.charAt(0)) {
            case '>' -> client.send(what);
            case 'b' -> client.sendBinary();
            case 'x' -> assertThat(client.closeCode()).isEqualTo(Integer.parseInt(what));
            default -> {
                String[] wanted = what.split(" ", 2);
                JsonNode message = client.next(wanted[0]);
                if (wanted.length > 1) {
                    assertThat(message.path("payload").toString()).contains(wanted[1]);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "graphql-ws", "other"})
    void another_protocol_is_closed_with_4406(String protocol) throws Exception {
        try (SocketClient client = SocketClient.open(graphql, protocol.equals("none") ? null : protocol, Map.of())) {
            assertThat(client.closeCode()).isEqualTo(4406);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "http://localhost.evil.example", "null", "file://"})
    void a_page_from_elsewhere_opens_no_socket(String origin) {
        assertThatThrownBy(() -> SocketClient.open(graphql, Socket.PROTOCOL, Map.of("Origin", origin)))
                .hasCauseInstanceOf(WebSocketHandshakeException.class);
    }

    @Test
    void a_page_of_this_address_opens_one() throws Exception {
        String own = "http://" + graphql.getAuthority();
        try (SocketClient client = SocketClient.open(graphql, Socket.PROTOCOL, Map.of("Origin", own))) {
            client.send(SocketClient.INIT);
            client.next("connection_ack");
        }
    }

    @Test
    void a_mutation_without_the_right_is_refused_in_its_result() throws Exception {
        try (SocketClient client = SocketClient.ready(graphql)) {
            client.subscribe("m", "mutation {submitArticle(input: {text: \"x\"}) {fate}}");
            assertThat(client.next("next")
                            .at("/payload/errors/0/extensions/code")
                            .asText())
                    .isEqualTo("UNAUTHENTICATED");
            client.next("complete");
        }
    }

    @Test
    void one_operation_too_many_is_refused_and_the_others_run_on() throws Exception {
        try (SocketClient client = SocketClient.ready(graphql)) {
            for (int i = 0; i < Socket.MOST_OPERATIONS; i++) {
                client.subscribe("s" + i, "subscription {statementChanged {cursor}}");
            }
            client.subscribe("more", "subscription {statementChanged {cursor}}");
            JsonNode refused = client.next("error");
            assertThat(refused.path("id").asText()).isEqualTo("more");
            assertThat(refused.toString()).contains("LIMIT_EXCEEDED");
        }
    }
}
