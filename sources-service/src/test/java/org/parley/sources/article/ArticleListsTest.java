package org.parley.sources.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.parley.sources.Calls.as;
import static org.parley.sources.Calls.awaitSearch;
import static org.parley.sources.Calls.members;
import static org.parley.sources.Calls.read;
import static org.parley.sources.Calls.submit;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.parley.sources.SourcesTest;

@QuarkusTest
@SourcesTest
@TestInstance(Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ArticleListsTest {

    /** Newest first, undated last: the order lists have. */
    private final List<String> dated = new ArrayList<>();

    private final List<String> undated = new ArrayList<>();
    private String north;
    private String south;

    /** Once, though before each: only then is the service there. */
    @BeforeEach
    void store_articles_of_two_outlets() {
        if (!dated.isEmpty()) {
            return;
        }
        for (int day = 1; day <= 23; day++) {
            JsonPath stored = submit(
                            "text",
                            "Listed article of day " + day + (day % 2 == 0 ? " on tariffs." : " on fishing."),
                            "outlet",
                            day % 3 == 0 ? "South List" : "North List",
                            "id",
                            "list-" + day,
                            "published",
                            "1999-01-%02dT08:00:00Z".formatted(day),
                            "language",
                            day == 5 ? "fr" : "en")
                    .jsonPath();
            dated.add(stored.getString("article.id"));
            if (day % 3 == 0) {
                south = stored.getString("article.outlet.id");
            } else {
                north = stored.getString("article.outlet.id");
            }
        }
        Collections.reverse(dated);
        for (int i = 0; i < 3; i++) {
            undated.add(submit("text", "Undated " + i, "outlet", "North List", "id", "undated-" + i)
                    .path("article.id"));
        }
    }

    private Map<String, Object> ours() {
        return members("outlet", List.of(north, south));
    }

    private List<String> all() {
        List<String> all = new ArrayList<>(dated);
        all.addAll(undated);
        return all;
    }

    @Test
    void pages_put_together_are_the_whole_list_in_either_direction() {
        for (int size : new int[] {1, 4, 26, 100}) {
            List<String> forward = new ArrayList<>();
            String after = null;
            boolean more = true;
            while (more) {
                JsonPath page = read("/v1/articles/query", "filter", ours(), "first", size, "after", after)
                        .jsonPath();
                forward.addAll(page.getList("items.node.id"));
                assertThat(page.getBoolean("hasPrevious")).isEqualTo(after != null);
                more = page.getBoolean("hasNext");
                after = page.getString("items[-1].cursor");
            }
            assertThat(forward).containsExactlyElementsOf(all());

            List<String> backward = new ArrayList<>();
            String before = null;
            more = true;
            while (more) {
                JsonPath page = read("/v1/articles/query", "filter", ours(), "last", size, "before", before)
                        .jsonPath();
                backward.addAll(0, page.getList("items.node.id"));
                more = page.getBoolean("hasPrevious");
                before = page.getString("items[0].cursor");
            }
            assertThat(backward).containsExactlyElementsOf(all());
        }
    }

    @Test
    void the_total_is_counted_only_when_asked_for() {
        read("/v1/articles/query", "filter", ours(), "count", true)
                .then()
                .body("total", equalTo(26))
                .body("items", hasSize(20));
        assertThat(read("/v1/articles/query", "filter", ours()).jsonPath().getMap(""))
                .doesNotContainKey("total");
    }

    @Test
    void filters_narrow_and_combine() {
        awaitSearch();
        assertThat(ids(members("ids", List.of(dated.get(3), undated.get(0), UUID.randomUUID()))))
                .containsExactly(dated.get(3), undated.get(0));
        assertThat(ids(and(ours(), members("language", List.of("fr"))))).containsExactly(dated.get(18));
        assertThat(ids(and(ours(), members("flag", List.of("OTHER_LANGUAGE", "CORRECTED")))))
                .containsExactly(dated.get(18));
        assertThat(ids(and(ours(), members("flag", List.of("NO_DATE"))))).containsExactlyElementsOf(undated);
        assertThat(ids(and(
                        ours(),
                        members("publishedFrom", "1999-01-22T08:00:00Z", "publishedTo", "1999-01-23T08:00:00Z"))))
                .containsExactly(dated.get(0), dated.get(1));
        assertThat(ids(and(ours(), members("text", "tariff")))).hasSize(11);
        assertThat(ids(and(ours(), members("text", "tariff -nothing"), members("outlet", List.of(south)))))
                .hasSize(3);
        assertThat(ids(members(
                        "or", List.of(members("ids", List.of(dated.get(0))), members("ids", List.of(dated.get(2)))))))
                .containsExactly(dated.get(0), dated.get(2));
        assertThat(ids(and(ours(), members("not", members("publishedTo", "1999-01-22T00:00:00Z")))))
                .containsExactly(dated.get(0), dated.get(1), undated.get(0), undated.get(1), undated.get(2));
        assertThat(ids(and(ours(), members("state", List.of("RETRACTED"))))).isEmpty();
        assertThat(ids(members("ids", List.of()))).isEmpty();
        assertThat(ids(and(ours(), members("or", List.of())))).isEmpty();
    }

    @Test
    void an_article_is_found_by_any_form_of_its_address() {
        String id = submit("text", "By address.", "url", "https://lists.example.org/x")
                .path("article.id");
        assertThat(ids(members("url", "https://LISTS.example.org/x?utm_source=y")))
                .containsExactly(id);
    }

    @Test
    void a_page_for_each_outlet_comes_in_one_answer() {
        JsonPath pages = read(
                        "/v1/articles/by-outlets",
                        "ids",
                        List.of(south, north, UUID.randomUUID()),
                        "first",
                        2,
                        "count",
                        true)
                .jsonPath();
        assertThat(pages.getList("pages.'" + south + "'.items.node.id")).containsExactly(dated.get(2), dated.get(5));
        assertThat(pages.getInt("pages.'" + south + "'.total")).isEqualTo(7);
        assertThat(pages.getList("pages.'" + north + "'.items.node.id")).containsExactly(dated.get(0), dated.get(1));
        assertThat(pages.getBoolean("pages.'" + north + "'.hasNext")).isTrue();

        String after = pages.getString("pages.'" + south + "'.items[1].cursor");
        assertThat(read("/v1/articles/by-outlets", "ids", List.of(south), "first", 1, "after", after)
                        .jsonPath()
                        .getList("pages.'" + south + "'.items.node.id"))
                .containsExactly(dated.get(8));
    }

    @Test
    void wrong_requests_are_told_what_is_wrong() {
        wrong("LIMIT_EXCEEDED", "first", "/v1/articles/query", "first", 100_000);
        wrong("BAD_USER_INPUT", "after", "/v1/articles/query", "after", "bm9wZQ");
        wrong("BAD_USER_INPUT", "before", "/v1/articles/query", "last", 1, "before", "x");
        wrong("BAD_USER_INPUT", "filter.colour", "/v1/articles/query", "filter", members("colour", "red"));
        wrong("BAD_USER_INPUT", "filter.ids[0]", "/v1/articles/query", "filter", members("ids", List.of("seven")));
        wrong(
                "BAD_USER_INPUT",
                "filter.publishedFrom",
                "/v1/articles/query",
                "filter",
                members("publishedFrom", "soon"));
        wrong("BAD_USER_INPUT", "filter.url", "/v1/articles/query", "filter", members("url", "nowhere"));
        wrong("LIMIT_EXCEEDED", "ids", "/v1/articles/by-ids", "ids", Collections.nCopies(501, UUID.randomUUID()));
        wrong("BAD_USER_INPUT", "ids", "/v1/articles/by-ids", "text", true);
        Map<String, Object> deep = members("language", List.of("en"));
        for (int i = 0; i < 9; i++) {
            deep = members("not", deep);
        }
        wrong("LIMIT_EXCEEDED", "filter", "/v1/articles/query", "filter", deep);
    }

    @Test
    void versions_are_read_by_article_and_number_or_by_id() {
        String id = dated.get(0);
        JsonPath version = as("read")
                .get("/v1/article-versions/" + id + "/1")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(version.getString("text")).isEqualTo("Listed article of day 23 on fishing.");
        assertThat(version.getString("articleId")).isEqualTo(id);
        read("/v1/article-versions/by-ids", "ids", List.of(UUID.randomUUID(), version.getString("id")))
                .then()
                .body("items", hasSize(2))
                .body("items[0]", nullValue())
                .body("items[1].text", equalTo(version.getString("text")));
        for (String missing : List.of(id + "/2", UUID.randomUUID() + "/1", "x/1", id + "/one", id + "/0")) {
            as("read")
                    .get("/v1/article-versions/" + missing)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("NOT_FOUND"));
        }
    }

    @Test
    void outlets_are_listed_by_name_and_read_by_id() {
        List<String> names = new ArrayList<>();
        String after = null;
        do {
            JsonPath page = read("/v1/outlets/query", "first", 3, "after", after, "count", true)
                    .jsonPath();
            names.addAll(page.getList("items.node.name"));
            after = page.getBoolean("hasNext") ? page.getString("items[-1].cursor") : null;
        } while (after != null);
        assertThat(names).contains("North List", "South List").doesNotHaveDuplicates();
        assertThat(names).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
        read("/v1/outlets/by-ids", "ids", List.of(south, UUID.randomUUID(), north))
                .then()
                .body("items[0].name", equalTo("South List"))
                .body("items[1]", nullValue())
                .body("items[2].name", equalTo("North List"));
    }

    @SafeVarargs
    private static Map<String, Object> and(Map<String, Object>... filters) {
        return members("and", List.of(filters));
    }

    private static List<String> ids(Map<String, Object> filter) {
        return read("/v1/articles/query", "filter", filter, "first", 100)
                .then()
                .statusCode(200)
                .extract()
                .path("items.node.id");
    }

    private static void wrong(String code, String field, String path, Object... body) {
        read(path, body).then().statusCode(400).body("code", equalTo(code)).body("errors[0].field", equalTo(field));
    }
}
