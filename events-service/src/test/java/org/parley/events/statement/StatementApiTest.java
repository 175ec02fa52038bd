package org.parley.events.statement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.parley.events.sources.Newsroom.events;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.events.EventsTest;
import org.parley.events.sources.Newsroom;

/** Filters and pages, each checked against what plain reading of all statements gives. */
@EventsTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementApiTest {

    private List<String> articles;
    private List<Map<String, Object>> all;

    @BeforeAll
    void read_the_dossier() {
        articles = Newsroom.dossier().values().stream()
                .map(printed -> printed.id().toString())
                .distinct()
                .toList();
        all = pages(Map.of("article", articles), "first", "after", 100);
        assertThat(all).hasSizeGreaterThan(60);
    }

    @Test
    void pages_of_any_size_read_forward_or_backward_hold_every_statement_once_in_order() {
        List<String> ids = ids(all);
        assertThat(ids).doesNotHaveDuplicates();
        for (int size : new int[] {1, 7, 50}) {
            assertThat(ids(pages(Map.of("article", articles), "first", "after", size)))
                    .isEqualTo(ids);
            assertThat(ids(pages(Map.of("article", articles), "last", "before", size)))
                    .isEqualTo(ids);
        }
    }

    @Test
    void the_order_is_when_it_was_said_else_published_latest_first() {
        List<String> order = all.stream()
                .map(each -> each.get("statedOn") != null
                        ? each.get("statedOn") + "T00:00:00Z"
                        : String.valueOf(each.get("publishedAt")))
                .toList();

        assertThat(order).isSortedAccordingTo((one, other) -> other.compareTo(one));
    }

    static Stream<Arguments> filters() {
        Predicate<Map<String, Object>> direct = each -> each.get("form").equals("DIRECT");
        Predicate<Map<String, Object>> confident = each -> ((Number) each.get("confidence")).doubleValue() >= 0.8;
        Predicate<Map<String, Object>> late =
                each -> String.valueOf(each.get("publishedAt")).compareTo("2027-03-06") >= 0;
        return Stream.of(
                Arguments.of("form", Map.of("form", List.of("DIRECT")), direct),
                Arguments.of("minConfidence", Map.of("minConfidence", 0.8), confident),
                Arguments.of("publishedFrom", Map.of("publishedFrom", "2027-03-06"), late),
                Arguments.of("publishedTo", Map.of("publishedTo", "2027-03-05"), late.negate()),
                Arguments.of("not", Map.of("not", Map.of("form", List.of("DIRECT"))), direct.negate()),
                Arguments.of(
                        "or",
                        Map.of("or", List.of(Map.of("form", List.of("DIRECT")), Map.of("publishedFrom", "2027-03-06"))),
                        direct.or(late)),
                Arguments.of(
                        "and with not inside",
                        Map.of(
                                "and",
                                List.of(
                                        Map.of("minConfidence", 0.8),
                                        Map.of("not", Map.of("publishedFrom", "2027-03-06")))),
                        confident.and(late.negate())),
                Arguments.of("negated", Map.of("negated", true), (Predicate<Map<String, Object>>)
                        each -> (Boolean) each.get("negated")),
                Arguments.of("act", Map.of("act", List.of("ASSERT")), (Predicate<Map<String, Object>>)
                        each -> each.get("act").equals("ASSERT")),
                Arguments.of("speakerName", Map.of("speakerName", "qadri"), (Predicate<Map<String, Object>>)
                        each -> speakers(each).anyMatch(name -> name.contains("Qadri"))),
                Arguments.of("statedFrom", Map.of("statedFrom", "2027-03-05"), (Predicate<Map<String, Object>>)
                        each -> each.get("statedOnLatest") != null
                                && each.get("statedOnLatest").toString().compareTo("2027-03-05") >= 0),
                Arguments.of("review", Map.of("review", List.of("ACCEPTED")), (Predicate<Map<String, Object>>)
                        each -> false),
                Arguments.of("no ids", Map.of("ids", List.of()), (Predicate<Map<String, Object>>) each -> false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("filters")
    void a_filter_finds_what_plain_reading_finds(
            String name, Map<String, Object> filter, Predicate<Map<String, Object>> fits) {
        Map<String, Object> within = new HashMap<>(filter);
        within.put("article", articles);

        assertThat(ids(pages(within, "first", "after", 100)))
                .isEqualTo(ids(all.stream().filter(fits).toList()));
    }

    @Test
    void words_are_found_in_any_inflection_and_the_total_is_counted() {
        JsonPath found = query(Map.of("filter", Map.of("text", "negotiate", "article", articles), "count", true))
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(found.getInt("total"))
                .isEqualTo(found.getList("items").size())
                .isPositive();
        assertThat(found.getList("items.node.content", String.class))
                .allSatisfy(
                        content -> assertThat(content.toLowerCase(Locale.ROOT)).contains("negotiat"));
    }

    @Test
    void one_request_gives_a_page_for_each_article_and_each_speaker() {
        String speaker = all.stream()
                .flatMap(each -> ((List<?>) each.get("speakers")).stream())
                .map(each -> (String) ((Map<?, ?>) each).get("id"))
                .findFirst()
                .orElseThrow();
        JsonPath byArticle = pagesBy("ARTICLE", articles);
        JsonPath bySpeaker = pagesBy("SPEAKER", List.of(speaker));

        for (String article : articles) {
            List<String> expected = ids(all.stream()
                    .filter(each -> each.get("articleId").equals(article))
                    .limit(3)
                    .toList());
            assertThat(byArticle.getList("pages.'%s'.items.node.id".formatted(article)))
                    .isEqualTo(expected);
        }
        long spoken = all.stream()
                .filter(each -> ((List<?>) each.get("speakers"))
                        .stream().anyMatch(who -> speaker.equals(((Map<?, ?>) who).get("id"))))
                .count();
        assertThat(bySpeaker.getInt("pages.'%s'.total".formatted(speaker))).isEqualTo((int) spoken);
    }

    @Test
    void by_ids_keeps_the_order_and_answers_null_for_what_is_not_there() {
        List<String> asked = List.of(ids(all).get(3), UUID.randomUUID().toString(), ids(all).get(0));

        List<Object> answer = events("read")
                .body(Map.of("ids", asked))
                .post("/v1/statements/by-ids")
                .jsonPath()
                .getList("items.collect { it == null ? 'none' : it.id }");

        assertThat(answer).isEqualTo(List.of(asked.get(0), "none", asked.get(2)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"after\":\"abc\"} | BAD_USER_INPUT | after",
                "{\"first\":101} | LIMIT_EXCEEDED | first",
                "{\"first\":2,\"last\":2} | BAD_USER_INPUT | last",
                "{\"filter\":{\"colour\":\"red\"}} | BAD_USER_INPUT | filter.colour",
                "{\"filter\":{\"form\":[\"SUNG\"]}} | BAD_USER_INPUT | DIRECT",
                "{\"filter\":{\"speaker\":[\"x\"]}} | BAD_USER_INPUT | filter.speaker",
                "{\"filter\":{\"speaker\":[null]}} | BAD_USER_INPUT | filter",
                "{\"filter\":{\"or\":[null]}} | BAD_USER_INPUT | filter",
                "{\"filter\":{\"publishedFrom\":\"soon\"}} | BAD_USER_INPUT | filter.publishedFrom",
                "{\"filter\":{\"statedFrom\":\"soon\"}} | BAD_USER_INPUT | filter.statedFrom",
                "{\"knownAt\":\"soon\"} | BAD_USER_INPUT | knownAt",
                "null | BAD_USER_INPUT | object",
                "[1] | BAD_USER_INPUT | object",
                "{first | BAD_USER_INPUT | JSON",
            })
    void a_mistake_is_named(String body, String code, String named) {
        events("read")
                .body(body)
                .post("/v1/statements/query")
                .then()
                .statusCode(400)
                .contentType(containsString("application/problem+json"))
                .body("code", equalTo(code))
                .body("detail", containsString(named));
    }

    @Test
    void filters_within_filters_have_a_limit() {
        Map<String, Object> filter = Map.of("negated", false);
        for (int i = 0; i < 12; i++) {
            filter = Map.of("not", filter);
        }

        query(Map.of("filter", filter)).statusCode(400).body("code", equalTo("LIMIT_EXCEEDED"));
    }

    @Test
    void a_cursor_of_another_list_is_refused() {
        String cursor =
                events("read").body("{\"first\":1}").post("/v1/actors/query").path("items[0].cursor");

        query(Map.of("after", cursor)).statusCode(400).body("code", equalTo("BAD_USER_INPUT"));
    }

    @Test
    void reading_needs_a_token_with_the_scope() {
        given().contentType("application/json")
                .body("{}")
                .post("/v1/statements/query")
                .then()
                .statusCode(401)
                .body("code", equalTo("UNAUTHENTICATED"));
        events("feed")
                .body("{}")
                .post("/v1/statements/query")
                .then()
                .statusCode(403)
                .body("code", equalTo("FORBIDDEN"));
    }

    private static ValidatableResponse query(Object body) {
        return events("read").body(body).post("/v1/statements/query").then();
    }

    private static JsonPath pagesBy(String by, List<String> keys) {
        return events("read")
                .body(Map.of("by", by, "keys", keys, "first", 3, "count", true))
                .post("/v1/statements/pages-by")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Stream<String> speakers(Map<String, Object> statement) {
        return ((List<?>) statement.get("speakers")).stream().map(each -> (String) ((Map<?, ?>) each).get("name"));
    }

    private static List<String> ids(List<Map<String, Object>> statements) {
        return statements.stream().map(each -> (String) each.get("id")).toList();
    }

    /** All statements that fit, in the list's order, read in pages of one size in one direction. */
    private static List<Map<String, Object>> pages(
            Map<String, Object> filter, String size, String cursor, int pageSize) {
        List<Map<String, Object>> read = new ArrayList<>();
        Map<String, Object> asked = new HashMap<>(Map.of("filter", filter, size, pageSize));
        boolean forward = size.equals("first");
        boolean more = true;
        while (more) {
            JsonPath page = query(asked).statusCode(200).extract().jsonPath();
            List<Map<String, Object>> nodes = page.getList("items.node");
            read.addAll(forward ? read.size() : 0, nodes);
            more = page.getBoolean(forward ? "hasNext" : "hasPrevious");
            if (more) {
                asked.put(cursor, page.getString(forward ? "items[-1].cursor" : "items[0].cursor"));
            }
        }
        return read;
    }
}
