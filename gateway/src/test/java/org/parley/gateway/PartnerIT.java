package org.parley.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.oneOf;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.parley.kit.change.EventTypes;
import org.parley.testkit.PostgresResource;
import org.parley.testkit.TokenKeys;

/** What partners build on, with the services as packaged: every answer is held against the documents we serve. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(value = TokenKeys.class, initArgs = @ResourceArg(name = "service", value = "gateway"))
@WithTestResource(RealServices.class)
@WithTestResource(FirstKey.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class PartnerIT {

    private static final Path SAMPLES = Path.of("../launcher/src/main/resources/samples/ceasefire");
    private static boolean imported;

    @TestHTTPResource("/v1/changes")
    URI changes;

    @BeforeEach
    void import_the_samples_once() throws IOException {
        if (imported) {
            return;
        }
        imported = true;
        try (Stream<Path> files = Files.list(SAMPLES)) {
            for (Path file : files.sorted().toList()) {
                key().contentType("application/json")
                        .queryParam("file", file.getFileName().toString())
                        .body(Files.readAllBytes(file))
                        .post("/v1/articles")
                        .then()
                        .statusCode(oneOf(200, 201));
            }
        }
        long end = System.nanoTime() + 120_000_000_000L;
        while (key().get("/v1/conflicts").jsonPath().getList("items").isEmpty()
                || key().get("/v1/status").jsonPath().getInt("events.pendingArticles") > 0) {
            assertThat(System.nanoTime()).isLessThan(end);
            RealServices.pause();
        }
    }

    @Test
    void every_list_and_every_row_is_as_openapi_says_and_pages_linked_together_are_the_whole_list() {
        Contract api = Contract.at("/docs/openapi.json");
        assertThat(api.document().path("openapi").asText()).startsWith("3.1.");
        Set<String> paths = new TreeSet<>();
        api.document().path("paths").fieldNames().forEachRemaining(paths::add);
        assertThat(api.lists()).hasSizeGreaterThanOrEqualTo(8);
        for (String path : api.lists()) {
            Response all = key().queryParam("first", 100).get(path);
            assertThat(all.statusCode()).as(path).isEqualTo(200);
            api.holds(path, 200, all.asString());
            List<String> cursors = all.path("items.cursor");
            assertThat(cursors).as(path).isNotEmpty();
            assertThat(linked(path + "?first=7")).as(path).startsWith(cursors.toArray(String[]::new));
            if (paths.contains(path + "/{id}")) {
                Response one = key().get(path + "/" + all.path("items[0].node.id"));
                assertThat(one.statusCode()).isEqualTo(200);
                api.holds(path + "/{id}", 200, one.asString());
                Response none = key().get(path + "/00000000-0000-7000-8000-000000000000");
                assertThat(none.statusCode()).as(path).isEqualTo(404);
                api.holds(path + "/{id}", 404, none.asString());
            }
        }
    }

    private static List<String> linked(String path) {
        List<String> cursors = new ArrayList<>();
        String next = path;
        while (next != null) {
            Response page = key().urlEncodingEnabled(false).get(next);
            cursors.addAll(page.path("items.cursor"));
            String links = page.header("Link");
            next = links != null && links.contains("rel=\"next\"")
                    ? links.replaceAll("^<([^>]*)>; rel=\"next\".*", "$1")
                    : null;
        }
        return cursors;
    }

    @Test
    void filters_narrow_and_what_is_not_known_or_not_allowed_is_named_in_a_problem_whose_type_can_be_read() {
        String actor = key().get("/v1/statements").path("items[0].node.speakers[0].id");
        List<List<String>> speakers = key().queryParam("speaker", actor)
                .queryParam("first", 50)
                .get("/v1/statements")
                .path("items.node.speakers.id");
        assertThat(speakers).isNotEmpty().allSatisfy(ids -> assertThat(ids).contains(actor));
        for (Map.Entry<String, String> wrong : Map.of(
                        "colour",
                        "red",
                        "speaker",
                        "Peskov",
                        "minConfidence",
                        "much",
                        "negated",
                        "maybe",
                        "first",
                        "101")
                .entrySet()) {
            Response refused =
                    key().queryParam(wrong.getKey(), wrong.getValue()).get("/v1/statements");
            assertThat(refused.statusCode()).as(wrong.toString()).isEqualTo(400);
            Contract.at("/docs/openapi.json").holds("/v1/statements", 400, refused.asString());
            assertThat(refused.asString()).contains(wrong.getKey());
            String type = refused.path("type");
            String page = given().get(type.substring(0, type.indexOf('#')))
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            assertThat(page).contains("id=\"" + type.substring(type.indexOf('#') + 1) + '"');
        }
        given().header("Authorization", "Bearer parley_" + "x".repeat(43))
                .get("/v1/statements")
                .then()
                .statusCode(401);
    }

    @Test
    void an_answer_that_has_not_changed_is_not_sent_again() {
        Response first = key().get("/v1/proposals");
        key().header("If-None-Match", first.header("ETag"))
                .get("/v1/proposals")
                .then()
                .statusCode(304)
                .header("ETag", equalTo(first.header("ETag")));
        key().header("If-None-Match", "\"other\"").get("/v1/proposals").then().statusCode(200);
    }

    @Test
    void every_event_ever_emitted_fits_the_schema_of_its_type() {
        Map<String, Contract> schemas = new HashMap<>();
        String next = "/v1/changes?limit=100";
        int count = 0;
        boolean more = true;
        while (more) {
            Response page = key().urlEncodingEnabled(false).get(next);
            assertThat(page.statusCode()).isEqualTo(200);
            JsonNode body = Contract.read(page.asString());
            for (JsonNode event : body.path("events")) {
                schemas.computeIfAbsent(event.path("dataschema").asText(), Contract::at)
                        .holds(event.path("data").toString());
                assertThat(event.path("dataschema").asText())
                        .contains(event.path("type").asText());
                count++;
            }
            more = body.path("more").asBoolean();
            next = page.header("Link").replaceAll("^<([^>]*)>.*", "$1");
        }
        assertThat(count).isGreaterThan(50);
        assertThat(schemas.keySet())
                .anyMatch(each -> each.contains("article.stored"))
                .anyMatch(each -> each.contains("statement.added"))
                .anyMatch(each -> each.contains("proposal."));
    }

    @Test
    void asyncapi_names_every_type_and_each_schema_it_points_to_is_there() {
        JsonNode document = Contract.at("/docs/asyncapi.json").document();
        assertThat(document.path("asyncapi").asText()).isEqualTo("3.0.0");
        Set<String> messages = new TreeSet<>();
        document.path("components").path("messages").fieldNames().forEachRemaining(messages::add);
        assertThat(messages).containsExactlyElementsOf(EventTypes.ALL);
        document.findValuesAsText("$ref").forEach(reference -> {
            if (reference.startsWith("#/")) {
                assertThat(document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse();
            } else {
                assertThat(Contract.at("/docs/" + reference)
                                .document()
                                .path("type")
                                .asText())
                        .isEqualTo("object");
            }
        });
    }

    @Test
    void the_stream_comes_through_the_door_and_a_webhook_on_a_private_address_is_refused() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(changes + "?types=org.parley.article.*"))
                .header("Accept", "text/event-stream")
                .header("Authorization", FirstKey.bearer())
                .build();
        var answer = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request, HttpResponse.BodyHandlers.ofLines());
        assertThat(answer.statusCode()).isEqualTo(200);
        try (Stream<String> lines = answer.body()) {
            assertThat(lines.filter(line -> line.startsWith("data: ")).limit(3))
                    .hasSize(3)
                    .allMatch(line -> line.contains("org.parley.article."));
        }
        key().contentType("application/json")
                .body(Map.of("url", "http://192.168.0.1/hook"))
                .post("/v1/webhooks")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("url"));
        key().get("/v1/webhooks").then().statusCode(200);
    }

    @Test
    void what_partners_and_administrators_are_answered_is_as_openapi_says() {
        Contract api = Contract.at("/docs/openapi.json");
        String question = made(
                api, "/v1/questions", Map.of("name", "broken feeds", "types", List.of("org.parley.feed.broken.v1")));
        String hook = made(api, "/v1/webhooks", Map.of("url", "http://127.0.0.1:9/hook", "question", question));
        String named = made(api, "/v1/keys", Map.of("label", "try", "scopes", List.of("read")));
        answered(api, "post", "/v1/questions", "", 400, Map.of("name", "everything"));
        answered(api, "get", "/v1/questions", "", 200, null);
        answered(api, "get", "/v1/questions/{id}", question, 200, null);
        answered(api, "get", "/v1/questions/{id}/changes", question, 200, null);
        answered(api, "get", "/v1/webhooks", "", 200, null);
        answered(api, "get", "/v1/webhooks/{id}", hook, 200, null);
        answered(api, "patch", "/v1/webhooks/{id}", hook, 200, Map.of("label", "another"));
        answered(api, "patch", "/v1/webhooks/{id}", hook, 400, Map.of("secret", "no"));
        answered(api, "get", "/v1/webhooks/{id}/deliveries", hook, 200, null);
        answered(api, "post", "/v1/webhooks/{id}/disable", hook, 200, Map.of());
        answered(api, "post", "/v1/webhooks/{id}/enable", hook, 200, Map.of());
        answered(api, "post", "/v1/webhooks/{id}/rotate", hook, 200, Map.of("overlapHours", 1));
        answered(api, "post", "/v1/webhooks/{id}/replay", hook, 400, Map.of("after", "nowhere"));
        answered(api, "get", "/v1/keys", "", 200, null);
        answered(api, "patch", "/v1/keys/{id}", named, 200, Map.of("costPerMinute", 5));
        answered(api, "post", "/v1/keys/{id}/rotate", named, 200, Map.of("overlapHours", 0));
        answered(api, "get", "/v1/changes", "", 200, null);
        answered(api, "get", "/v1/status", "", 200, null);
        answered(api, "get", "/v1/given-up", "", 200, null);
        answered(api, "get", "/v1/feeds/configuration", "", 200, null);
        answered(api, "post", "/v1/feeds/query", "", 200, Map.of());
        answered(api, "post", "/v1/jobs/query", "", 200, Map.of());
        answered(api, "post", "/v1/audit/query", "", 200, Map.of());
        answered(api, "post", "/v1/review/query", "", 200, Map.of());
        answered(api, "post", "/v1/review/decisions/query", "", 200, Map.of());
        answered(
                api,
                "post",
                "/v1/extractions",
                "",
                200,
                Map.of("text", "\"We accept the plan,\" said Orr.", "language", "en"));
        answered(api, "post", "/v1/articles/preview", "", 200, Map.of("text", "Orr accepts the plan."));
        String article = key().get("/v1/articles").path("items[0].node.id");
        answered(api, "post", "/v1/articles/{id}/retract", article, 400, Map.of());
        key().delete("/v1/webhooks/" + hook).then().statusCode(204);
        key().delete("/v1/questions/" + question).then().statusCode(204);
        key().delete("/v1/keys/" + named).then().statusCode(204);
    }

    private static String made(Contract api, String path, Map<String, ?> body) {
        return Contract.read(answered(api, "post", path, "", 201, body))
                .path("id")
                .asText();
    }

    private static String answered(
            Contract api, String method, String path, String id, int status, Map<String, ?> body) {
        RequestSpecification request =
                body == null ? key() : key().contentType("application/json").body(body);
        Response answer = request.request(method, path.replace("{id}", id));
        assertThat(answer.statusCode())
                .as("%s %s: %s", method, path, answer.asString())
                .isEqualTo(status);
        api.holds(method, path, status, answer.asString());
        return answer.asString();
    }

    private static RequestSpecification key() {
        return given().header("Authorization", FirstKey.bearer());
    }
}
