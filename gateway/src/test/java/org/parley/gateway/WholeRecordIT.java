package org.parley.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.oneOf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.parley.testkit.PostgresResource;
import org.parley.testkit.TokenKeys;

/** From articles handed in at the door to their record, asked for through GraphQL: with the services as packaged. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(value = TokenKeys.class, initArgs = @ResourceArg(name = "service", value = "gateway"))
@WithTestResource(RealServices.class)
@WithTestResource(FirstKey.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WholeRecordIT {

    private static final Path SAMPLES = Path.of("../launcher/src/main/resources/samples/ceasefire");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static boolean imported;

    @BeforeEach
    void import_the_samples_once() throws IOException {
        if (imported) {
            return;
        }
        imported = true;
        List<Path> files;
        try (Stream<Path> found = Files.list(SAMPLES)) {
            files = found.sorted().toList();
        }
        for (Path file : files) {
            // 200: the same article again, with another text.
            given().header("Authorization", FirstKey.bearer())
                    .contentType("application/json")
                    .queryParam("file", file.getFileName().toString())
                    .body(Files.readAllBytes(file))
                    .post("/v1/articles")
                    .then()
                    .statusCode(oneOf(200, 201));
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (isReading() && System.nanoTime() < end) {
            RealServices.pause();
        }
        assertThat(isReading()).isFalse();
    }

    /** Every sample says something that somebody said. */
    private static boolean isReading() {
        JsonPath status = given().get("/v1/status").jsonPath();
        if (status.get("events.pendingArticles") == null || status.getInt("events.pendingArticles") > 0) {
            return true;
        }
        JsonPath articles = post("{articles(first: 100) {nodes {statements(first: 1) {nodes {id}}}}}", Map.of());
        return articles.getList("errors") != null
                || articles.getList("data.articles.nodes.statements.nodes").contains(List.of());
    }

    @Test
    @Order(1)
    void every_receipt_holds_exactly_the_characters_it_points_at() {
        List<Map<String, Object>> rows = statements("""
                {id content receipts {field start end exact articleVersion}
                 cue {field start end exact} speakerMention {field start end exact}
                 article {headline text version}}""");
        assertThat(rows).hasSizeGreaterThan(20);
        for (Map<String, Object> row : rows) {
            JsonPath statement = JsonPath.from(json(row));
            List<Map<String, Object>> receipts = new ArrayList<>(statement.getList("receipts"));
            for (String single : List.of("cue", "speakerMention")) {
                Map<String, Object> receipt = statement.getMap(single);
                if (receipt != null) {
                    receipts.add(receipt);
                }
            }
            assertThat(receipts).isNotEmpty();
            for (Map<String, Object> receipt : receipts) {
                String text = statement.getString(
                        "HEADLINE".equals(receipt.get("field")) ? "article.headline" : "article.text");
                assertThat(text.substring((int) receipt.get("start"), (int) receipt.get("end")))
                        .isEqualTo(receipt.get("exact"));
            }
        }
    }

    @Test
    @Order(2)
    void every_id_given_out_can_be_asked_for() {
        List<String> ids = new ArrayList<>();
        statements("{id articleId}").forEach(row -> {
            ids.add((String) row.get("id"));
            ids.add((String) row.get("articleId"));
        });
        JsonPath more = data("""
                {articles(first: 100) {nodes {id outlet {id} versions {id}}}
                 actors(first: 100) {nodes {id}}
                 proposals(first: 100) {nodes {id versions {id proposal {id}}}}}""", Map.of());
        ids.addAll(more.getList("data.articles.nodes.id"));
        ids.addAll(more.getList("data.articles.nodes.outlet.id"));
        ids.addAll(more.getList("data.articles.nodes.versions.flatten().id"));
        ids.addAll(more.getList("data.actors.nodes.id"));
        ids.addAll(more.getList("data.proposals.nodes.id"));
        ids.addAll(more.getList("data.proposals.nodes.versions.flatten().id"));
        for (int from = 0; from < ids.size(); from += 100) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + 100));
            JsonPath found = data("query ($ids: [ID!]!) {nodes(ids: $ids) {id}}", Map.of("ids", some));
            assertThat(found.getList("data.nodes.id")).isEqualTo(some);
        }
    }

    @Test
    @Order(3)
    void filters_find_what_the_whole_list_holds() {
        List<Map<String, Object>> all = statements("{id form content speaker {id} article {outlet {id}} statedOn}");
        String speaker = all.stream()
                .map(row -> JsonPath.from(json(row)).getString("speaker.id"))
                .filter(id -> id != null)
                .findFirst()
                .orElseThrow();
        assertThat(ids("{speaker: [\"" + speaker + "\"]}"))
                .isNotEmpty()
                .isEqualTo(idsWhere(all, row -> speaker.equals(row.getString("speaker.id"))));
        assertThat(ids("{form: [DIRECT]}")).isEqualTo(idsWhere(all, row -> "DIRECT".equals(row.getString("form"))));
        assertThat(ids("{not: {form: [DIRECT]}}"))
                .isEqualTo(idsWhere(all, row -> !"DIRECT".equals(row.getString("form"))));
        assertThat(ids("{or: [{form: [DIRECT]}, {form: [MIXED, INDIRECT]}]}")).hasSameSizeAs(all);
        assertThat(ids("{and: [{form: [DIRECT]}, {form: [MIXED]}]}")).isEmpty();
        String outlet = JsonPath.from(json(all.get(0))).getString("article.outlet.id");
        assertThat(ids("{outlet: [\"" + outlet + "\"]}"))
                .isEqualTo(idsWhere(all, row -> outlet.equals(row.getString("article.outlet.id"))));
    }

    @Test
    @Order(4)
    void pages_there_and_back_hold_the_same_rows() {
        List<String> forwards = new ArrayList<>();
        String after = null;
        do {
            JsonPath page = data(
                    "query ($c: String) {statements(first: 7, after: $c) {nodes {id} pageInfo {endCursor hasNextPage}}}",
                    after == null ? Map.of() : Map.of("c", after));
            forwards.addAll(page.getList("data.statements.nodes.id"));
            after = page.getBoolean("data.statements.pageInfo.hasNextPage")
                    ? page.getString("data.statements.pageInfo.endCursor")
                    : null;
        } while (after != null);
        List<String> backwards = new ArrayList<>();
        String before = null;
        do {
            JsonPath page = data(
                    "query ($c: String) {statements(last: 7, before: $c) {totalCount nodes {id} pageInfo {startCursor hasPreviousPage}}}",
                    before == null ? Map.of() : Map.of("c", before));
            assertThat(page.getInt("data.statements.totalCount")).isEqualTo(forwards.size());
            backwards.addAll(0, page.getList("data.statements.nodes.id"));
            before = page.getBoolean("data.statements.pageInfo.hasPreviousPage")
                    ? page.getString("data.statements.pageInfo.startCursor")
                    : null;
        } while (before != null);
        assertThat(backwards).isEqualTo(forwards);
    }

    @Test
    @Order(5)
    void links_lead_from_proposals_and_actors_to_what_was_said() {
        JsonPath found = data("""
                {proposals(first: 10) {nodes {title proposers {name} currentVersion {label pointCount}
                   statements(first: 3) {totalCount nodes {content speaker {name roles {role}}}}
                   mentions(first: 2) {nodes {receipt {exact} version {label}}}}}
                 actors(first: 10) {nodes {name aliases statements(first: 2) {nodes {content speakers {name}}}}}
                 articles(first: 10) {nodes {headline statements(first: 2) {nodes {content}}}}}""", Map.of());
        assertThat(found.getList("data.proposals.nodes")).isNotEmpty();
        assertThat(found.getList("data.actors.nodes.statements.nodes.flatten()"))
                .isNotEmpty();
        assertThat(found.getList("data.articles.nodes.statements.nodes.flatten()"))
                .isNotEmpty();
    }

    @Test
    @Order(6)
    void search_finds_articles_and_statements() {
        JsonPath found = data(
                "{search(text: \"ceasefire\", first: 50) {pageInfo {endCursor hasNextPage}"
                        + " nodes {kind title highlight {text hit} node {id}}}}",
                Map.of());
        assertThat(found.getList("data.search.nodes.kind")).contains("ARTICLE");
        assertThat(found.getList("data.search.nodes.node.id")).doesNotContainNull();
        assertThat(found.getList("data.search.nodes.highlight.flatten().hit")).contains(true);
    }

    @Test
    @Order(7)
    void a_cursor_that_is_none_is_the_callers_mistake() {
        for (String list : List.of("articles", "statements", "actors", "proposals", "outlets")) {
            JsonPath refused = post("{" + list + "(after: \"junk\") {nodes {id}}}", Map.of());
            assertThat(refused.getString("errors[0].extensions.code")).as(list).isEqualTo("BAD_USER_INPUT");
            assertThat(refused.getString("errors[0].extensions.arguments[0]"))
                    .as(list)
                    .isEqualTo("after");
        }
    }

    @Test
    @Order(8)
    void rest_passes_through_to_the_real_services() {
        String reader = given().header("Authorization", FirstKey.bearer())
                .get("/v1/changes?limit=500")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(JsonPath.from(reader).getList("events.type")).contains("org.parley.statement.added.v1");
        assertThat(given().get("/v1/record").then().statusCode(200).extract().asString())
                .contains("statements");
        assertThat(given().get("/v1/statements/export")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString()
                        .lines())
                .hasSizeGreaterThan(20);
        JsonPath extracted = given().contentType("application/json")
                .body(Map.of("text", "\"We will sign the ceasefire,\" minister Anna Berg said on Thursday."))
                .post("/v1/extractions")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(extracted.getString("statements[0].content")).contains("We will sign the ceasefire");
    }

    @Test
    @Order(9)
    void a_mutation_hands_an_article_in_and_a_repeat_stores_nothing() {
        String mutation =
                "mutation ($input: ArticleInput!) {submitArticle(input: $input) {fate article {headline text}}}";
        Map<String, Object> input = Map.of(
                "input",
                Map.of(
                        "text",
                        "One line of text.",
                        "url",
                        "https://example.org/mutation",
                        "published",
                        "2025-11-27T09:30:00Z"));
        JsonPath first = GatewayTest.queryAsAdmin(mutation, input).jsonPath();
        assertThat(first.getList("errors")).isNull();
        assertThat(first.getString("data.submitArticle.fate")).isEqualTo("STORED");
        assertThat(first.getString("data.submitArticle.article.text")).isEqualTo("One line of text.");
        assertThat(GatewayTest.queryAsAdmin(mutation, input).jsonPath().getString("data.submitArticle.fate"))
                .isEqualTo("UNCHANGED");
    }

    @Test
    @Order(10)
    void a_repeated_mutation_is_done_once_and_an_edit_of_what_has_changed_is_a_conflict() {
        String add = "mutation {addOutlet(input: {name: \"Twice\"}, idempotencyKey: \"k1\") {outlet {id version}}}";
        String id = GatewayTest.queryAsAdmin(add, Map.of()).path("data.addOutlet.outlet.id");
        assertThat(GatewayTest.queryAsAdmin(add, Map.of()).<String>path("data.addOutlet.outlet.id"))
                .isEqualTo(id);
        String edit = "mutation ($id: ID!) {updateOutlet(id: $id, patch: {country: \"SE\"}, expectedVersion: 1)"
                + " {outlet {version country}}}";
        assertThat(GatewayTest.queryAsAdmin(edit, Map.of("id", id)).<Integer>path("data.updateOutlet.outlet.version"))
                .isEqualTo(2);
        JsonPath stale = GatewayTest.queryAsAdmin(edit, Map.of("id", id)).jsonPath();
        assertThat(stale.getString("errors[0].extensions.code")).isEqualTo("CONFLICT");
        assertThat(stale.getString("errors[0].message")).contains("at version 2, not 1");
        String before = "{articles(knownAt: \"2020-01-01T00:00:00Z\") {totalCount nodes {id}}}";
        assertThat(GatewayTest.queryAsAdmin(before, Map.of()).<Integer>path("data.articles.totalCount"))
                .isZero();
    }

    @Test
    @Order(11)
    void when_sources_dies_statements_are_still_served() {
        RealServices.kill("sources");
        JsonPath served =
                post("{statements(first: 5) {nodes {content article {headline}}} articles {nodes {id}}}", Map.of());
        assertThat(served.getList("data.statements.nodes.content")).hasSize(5).doesNotContainNull();
        assertThat(served.getList("data.statements.nodes.article")).containsOnlyNulls();
        assertThat(served.getString("data.articles")).isNull();
        assertThat(served.getList("errors.extensions.code")).containsOnly("UPSTREAM_UNAVAILABLE");
    }

    private static List<Map<String, Object>> statements(String selection) {
        return statements("", selection);
    }

    private static List<Map<String, Object>> statements(String filter, String selection) {
        List<Map<String, Object>> all = new ArrayList<>();
        String after = null;
        do {
            JsonPath page = data(
                    "query ($c: String) {statements(first: 100, after: $c" + filter + ") {nodes " + selection
                            + " pageInfo {endCursor hasNextPage}}}",
                    after == null ? Map.of() : Map.of("c", after));
            all.addAll(page.getList("data.statements.nodes"));
            after = page.getBoolean("data.statements.pageInfo.hasNextPage")
                    ? page.getString("data.statements.pageInfo.endCursor")
                    : null;
        } while (after != null);
        return all;
    }

    private static List<Object> ids(String filter) {
        return statements(", filter: " + filter, "{id}").stream()
                .map(row -> row.get("id"))
                .toList();
    }

    private static List<Object> idsWhere(List<Map<String, Object>> rows, Predicate<JsonPath> fits) {
        return rows.stream()
                .filter(row -> fits.test(JsonPath.from(json(row))))
                .map(row -> row.get("id"))
                .toList();
    }

    private static JsonPath data(String document, Map<String, ?> variables) {
        JsonPath answer = post(document, variables);
        assertThat(answer.getList("errors")).isNull();
        return answer;
    }

    private static JsonPath post(String document, Map<String, ?> variables) {
        return GatewayTest.query(document, variables).jsonPath();
    }

    private static String json(Object value) {
        try {
            return new ObjectMapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
