package org.parley.events.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.parley.events.sources.Newsroom.events;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.events.EventsTest;
import org.parley.events.sources.Newsroom;
import org.parley.testkit.TestTokens;

@EventsTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportApiTest {

    @BeforeAll
    void read_the_dossier() {
        Newsroom.dossier();
    }

    @ParameterizedTest
    @ValueSource(strings = {"statements", "utterances", "proposals", "articles"})
    void an_export_that_is_cut_off_anywhere_and_taken_up_again_is_the_same_as_one_that_is_not(String what) {
        Response whole = export(what, "");
        List<String> lines = whole.asString().lines().toList();
        assertThat(lines).hasSizeGreaterThan(2);
        List<String> ids =
                lines.stream().map(line -> new JsonPath(line).getString("id")).toList();
        assertThat(ids).isSorted().doesNotHaveDuplicates();
        String time = "knownAt=" + whole.header("Known-At");
        assertThat(export(what, time).asString()).isEqualTo(whole.asString());
        for (int cut : new int[] {1, lines.size() / 2, lines.size()}) {
            List<String> joined = new ArrayList<>(lines.subList(0, cut));
            export(what, time + "&after=" + ids.get(cut - 1)).asString().lines().forEach(joined::add);
            assertThat(joined).isEqualTo(lines);
        }
    }

    @Test
    void what_is_exported_is_what_the_lists_hold() {
        int statements = total("/v1/statements/query");
        assertThat(export("statements", "").asString().lines()).hasSize(statements);
        assertThat(export("proposals", "").asString().lines()).hasSize(total("/v1/proposals/query"));
        assertThat(export("utterances", "").asString().lines()).hasSize(total("/v1/utterances/query"));
        assertThat(export("positions", "").asString().lines())
                .isNotEmpty()
                .allMatch(line -> new JsonPath(line).getString("holder.id") != null);
        assertThat(export("statements", "knownAt=2020-01-01T00:00:00Z").asString())
                .isEmpty();
    }

    @Test
    void a_table_has_a_line_for_each_row_and_the_columns_it_names() {
        List<String> lines = export("articles", "format=csv").asString().lines().toList();
        assertThat(lines.get(0)).startsWith("id,url,headline,outletId,outletName");
        assertThat(lines)
                .hasSize(1 + (int) export("articles", "").asString().lines().count());
        Response statements = export("statements", "format=csv");
        statements.then().contentType(containsString("text/csv"));
        assertThat(statements.asString()).contains("speakers[].name", "Qadri");
    }

    @Test
    void text_that_looks_like_a_formula_is_made_harmless() {
        assertThat(CsvLines.harmless("=HYPERLINK(\"http://x\")")).startsWith("'=");
        assertThat(CsvLines.harmless("+1")).isEqualTo("'+1");
        assertThat(CsvLines.harmless("-2")).isEqualTo("'-2");
        assertThat(CsvLines.harmless("@cmd")).isEqualTo("'@cmd");
        assertThat(CsvLines.harmless("\tx")).startsWith("'");
        assertThat(CsvLines.harmless("We said no")).isEqualTo("We said no");
        assertThat(CsvLines.quoted("a \"b\", c\n")).isEqualTo("\"a \"\"b\"\", c\n\"");
    }

    @Test
    void it_is_packed_for_those_who_take_it_so() throws Exception {
        int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        String time = export("articles", "").header("Known-At");
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/v1/exports/articles?knownAt=" + time))
                .header("Accept-Encoding", "gzip")
                .header("Authorization", TestTokens.bearer("events", "read"))
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(unpacked(answer.body()))
                .isEqualTo(export("articles", "knownAt=" + time).asString());
    }

    private static String unpacked(byte[] bytes) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void mistakes_are_named() {
        events("read").get("/v1/exports/secrets").then().statusCode(404).body("detail", containsString("statements"));
        refused("format=xml", "format");
        refused("after=17", "after");
        refused("knownAt=yesterday", "knownAt");
        events("partner").get("/v1/exports/statements").then().statusCode(403);
    }

    private static void refused(String query, String field) {
        events("read")
                .get("/v1/exports/statements?" + query)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo(field));
    }

    private static Response export(String what, String query) {
        Response answer = events("read")
                .header("Accept-Encoding", "identity")
                .get("/v1/exports/" + what + "?" + (query.isEmpty() ? "format=ndjson" : query));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }

    private static int total(String path) {
        return events("read").body("{\"count\":true,\"first\":1}").post(path).path("total");
    }
}
