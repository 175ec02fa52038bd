package org.parley.sources.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.parley.sources.Calls.members;
import static org.parley.sources.Calls.read;
import static org.parley.sources.Calls.submit;
import static org.parley.sources.Calls.submitJson;
import static org.parley.sources.Calls.submitText;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.parley.sources.SourcesTest;

@QuarkusTest
@SourcesTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class ArticleIntakeTest {

    @Inject
    Jdbi jdbi;

    @Test
    void an_article_is_stored_with_all_that_was_said_about_it() throws Exception {
        String sample;
        try (var in = getClass().getResourceAsStream("/samples/01.json")) {
            sample = new String(in.readAllBytes(), UTF_8);
        }
        String id = submitJson(sample)
                .then()
                .statusCode(201)
                .body("fate", equalTo("STORED"))
                .body("article.text", nullValue())
                .extract()
                .path("article.id");

        JsonPath given = new JsonPath(sample);
        read("/v1/articles/by-ids", "ids", List.of(id), "text", true, "versions", true)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .root("items[0].")
                .body("headline", equalTo("Mediators trim Sarrat ceasefire framework to 12 points"))
                .body("url", equalTo(given.getString("url")))
                .body("outlet.name", equalTo("Meridian Wire"))
                .body("outlet.homepage", equalTo("https://meridianwire.example.org"))
                .body("outlet.kind", equalTo("UNKNOWN"))
                .body("byline", equalTo("Iris Calloway and Petar Dun"))
                .body("publishedAt", equalTo("2027-03-04T15:42:00Z"))
                .body("publishedAtBasis", equalTo("EXPLICIT"))
                .body("retrievedAt", equalTo("2027-03-04T17:19:00Z"))
                .body("language", equalTo("en"))
                .body("text", equalTo(given.getString("text")))
                .body("version", equalTo(1))
                .body("state", equalTo("ACTIVE"))
                .body("flags", hasSize(0))
                .body("versions", hasSize(1))
                .body("versions[0].number", equalTo(1))
                .body("versions[0].text", equalTo(given.getString("text")))
                .body("duplicates", hasSize(0));
    }

    @Test
    void plain_text_is_kept_character_for_character_with_its_bytes() {
        String text =
                "\uFEFF Odd headline \r\n\r\n\tBody of it,\u00a0with  \"marks\" and \uD83D\uDE00.\u000b\n\n0 Comments\n ";
        byte[] bytes = text.getBytes(UTF_8);
        JsonPath answer = submitText(bytes, members("file", "odd.txt"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        String id = answer.getString("article.id");

        String kept =
                read("/v1/articles/by-ids", "ids", List.of(id), "text", true).path("items[0].text");
        assertThat(kept).isEqualTo(text);
        String sha = HexFormat.of().formatHex(Bytes.sha256(bytes));
        assertThat(answer.getString("article.sha256")).isEqualTo(sha);
        byte[] raw = jdbi.withHandle(
                handle -> handle.createQuery("select bytes from raw_document where sha256 = decode(:sha, 'hex')")
                        .bind("sha", sha)
                        .mapTo(byte[].class)
                        .one());
        assertThat(raw).isEqualTo(bytes);
        assertThat(answer.getString("article.file")).isEqualTo("odd.txt");
        assertThat(answer.getList("article.flags")).containsExactly("NO_DATE", "NO_OUTLET");
    }

    @Test
    void the_same_address_however_written_is_the_same_article() {
        submit("text", "First wording.", "url", "https://News.Example.org:443/a?id=7&utm_source=x#top")
                .then()
                .statusCode(201)
                .body("article.url", equalTo("https://news.example.org/a?id=7"));
        submit("text", "First wording.", "url", "https://news.example.org/a?fbclid=1&id=7", "outlet", "Other")
                .then()
                .statusCode(200)
                .body("fate", equalTo("UNCHANGED"));
    }

    @Test
    void a_text_that_changes_and_changes_back_is_three_versions() {
        String url = "https://aba.example.org/1";
        submit("text", "A text.", "url", url, "headline", "Head", "published", "2025-11-27")
                .then()
                .body("fate", equalTo("STORED"));
        submit("text", "B text.", "url", url).then().body("fate", equalTo("NEW_VERSION"));
        submit("text", "B text.", "url", url).then().body("fate", equalTo("UNCHANGED"));
        String id = submit("text", "A text.", "url", url)
                .then()
                .statusCode(200)
                .body("fate", equalTo("NEW_VERSION"))
                .body("article.version", equalTo(3))
                // What a later retrieval does not say stays as it was.
                .body("article.headline", equalTo("Head"))
                .body("article.publishedAt", equalTo("2025-11-27T00:00:00Z"))
                .extract()
                .path("article.id");

        JsonPath article = read("/v1/articles/by-ids", "ids", List.of(id), "text", true, "versions", true)
                .jsonPath();
        assertThat(article.getList("items[0].versions.text")).containsExactly("A text.", "B text.", "A text.");
        assertThat(article.getList("items[0].versions.number")).containsExactly(1, 2, 3);
        assertThat(article.getString("items[0].versions[0].supersededAt"))
                .isEqualTo(article.getString("items[0].versions[1].knownAt"));
        assertThat(article.getString("items[0].versions[2].supersededAt")).isNull();
    }

    @Test
    void an_older_retrieval_that_turns_up_late_does_not_become_current() {
        String url = "https://late.example.org/1";
        submit("text", "Noon.", "url", url, "retrieved", "2025-11-27T12:00:00Z")
                .then()
                .statusCode(201);
        String id = submit("text", "Ten.", "url", url, "retrieved", "2025-11-27T10:00:00Z")
                .then()
                .body("fate", equalTo("NEW_VERSION"))
                .body("article.version", equalTo(1))
                .body("article.retrievedAt", equalTo("2025-11-27T12:00:00Z"))
                .extract()
                .path("article.id");
        submit("text", "Noon.", "url", url, "retrieved", "2025-11-27T12:30:00Z")
                .then()
                .body("fate", equalTo("UNCHANGED"));

        JsonPath article = read("/v1/articles/by-ids", "ids", List.of(id), "text", true, "versions", true)
                .jsonPath();
        assertThat(article.getString("items[0].text")).isEqualTo("Noon.");
        assertThat(article.getList("items[0].versions.text")).containsExactly("Ten.", "Noon.");
        assertThat(article.getList("items[0].versions.number")).containsExactly(2, 1);
    }

    @Test
    void handing_in_the_same_retrievals_again_stores_nothing() {
        String url = "https://again.example.org/1";
        for (String fate : new String[] {"STORED", "UNCHANGED"}) {
            submit("text", "A.", "url", url, "retrieved", "2025-11-27T10:00:00Z")
                    .then()
                    .body("fate", equalTo(fate));
            String second = fate.equals("STORED") ? "NEW_VERSION" : fate;
            submit("text", "B.", "url", url, "retrieved", "2025-11-27T12:00:00Z")
                    .then()
                    .body("fate", equalTo(second));
        }
    }

    @Test
    void without_an_address_the_outlet_and_its_id_are_the_identity() {
        submit("text", "One.", "outlet", "The Paper", "id", "77").then().body("fate", equalTo("STORED"));
        submit("text", "Two.", "outlet", "the paper", "id", "77").then().body("fate", equalTo("NEW_VERSION"));
        submit("text", "Two.", "outlet", "The Paper", "id", "78").then().body("fate", equalTo("STORED"));
    }

    @Test
    void without_either_the_file_and_the_text_are_the_identity() {
        byte[] text = "Neither address nor id.".getBytes(UTF_8);
        submitText(text, Map.of("file", "a.txt")).then().body("fate", equalTo("STORED"));
        submitText(text, Map.of("file", "a.txt")).then().body("fate", equalTo("UNCHANGED"));
        submitText(text, Map.of("file", "b.txt")).then().body("fate", equalTo("STORED"));
        submitText("Another text.".getBytes(UTF_8), Map.of("file", "a.txt"))
                .then()
                .body("fate", equalTo("STORED"));
    }

    @Test
    void the_same_text_elsewhere_is_an_article_of_its_own_and_linked() {
        String text = "Wire copy that two papers print.";
        String one = submit("text", text, "url", "https://one.example.org/w").path("article.id");
        String two = submit("text", text, "url", "https://two.example.org/w")
                .then()
                .statusCode(201)
                .extract()
                .path("article.id");

        JsonPath both = read("/v1/articles/by-ids", "ids", List.of(one, two)).jsonPath();
        assertThat(both.getList("items[0].duplicates.articleId")).containsExactly(two);
        assertThat(both.getList("items[1].duplicates.articleId")).containsExactly(one);
        assertThat(both.getString("items[1].duplicates[0].kind")).isEqualTo("SAME_TEXT");
    }

    @Test
    void the_parts_of_a_text_are_marked_and_tell_what_was_not_said() {
        String text = """
                Envoys Resume Talks in Brenholt
                By Iris Calloway

                BRENHOLT, Lusande (MW) -- Envoys met again on Thursday and agreed to go on for another week, officials said.

                Disclaimer: This article was generated with the help of AI and reviewed by an editor.
                """;
        String id = submit("text", text, "file", "x")
                .then()
                .statusCode(400)
                .extract()
                .path("errors[0].field");
        assertThat(id).isEqualTo("file");

        JsonPath answer =
                submitText(text.getBytes(UTF_8), Map.of("file", "parts.txt")).jsonPath();
        assertThat(answer.getString("article.headline")).isEqualTo("Envoys Resume Talks in Brenholt");
        assertThat(answer.getString("article.byline")).isEqualTo("By Iris Calloway");
        assertThat(answer.getString("article.dateline")).startsWith("BRENHOLT, Lusande (MW)");
        assertThat(answer.getString("article.language")).isEqualTo("en");
        assertThat(answer.getList("article.flags")).contains("AI_DISCLAIMER");
        List<Map<String, Object>> regions = read(
                        "/v1/articles/by-ids", "ids", List.of(answer.getString("article.id")), "versions", true)
                .path("items[0].versions[0].regions");
        assertThat(regions.get(0)).containsEntry("kind", "HEADLINE").containsEntry("start", 0);
        assertThat(regions).extracting("kind").contains("BYLINE", "DATELINE", "BODY", "DISCLAIMER");
    }

    @Test
    void another_language_is_kept_and_flagged() {
        submit("text", "Le président a dit que les négociations reprendront.", "language", "FR-fr")
                .then()
                .statusCode(201)
                .body("article.language", equalTo("fr-FR"))
                .body("article.flags", org.hamcrest.Matchers.hasItem("OTHER_LANGUAGE"));
        submit("text", "Too short.").then().body("article.language", equalTo("und"));
    }

    @Test
    void the_same_article_handed_in_by_many_at_once_is_stored_once() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        List<Callable<String>> calls = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String text = "Racing wording " + i % 2 + ".";
            calls.add(() -> submit("text", text, "url", "https://race.example.org/1", "outlet", "Racer")
                    .then()
                    .extract()
                    .path("fate"));
        }
        List<String> fates = new ArrayList<>();
        for (var result : threads.invokeAll(calls)) {
            fates.add(result.get());
        }
        threads.shutdown();

        assertThat(fates).containsOnlyOnce("STORED").doesNotContainNull();
        long versions = jdbi.withHandle(
                handle -> handle.createQuery("""
                        select count(*) from article_version v join article a on a.id = v.article_id
                        where a.url = 'https://race.example.org/1'""").mapTo(Long.class).one());
        assertThat(fates.stream().filter(fate -> !fate.equals("UNCHANGED"))).hasSize((int) versions);
        assertThat(jdbi.<Long, RuntimeException>withHandle(
                        handle -> handle.createQuery("select count(*) from outlet where name = 'Racer'")
                                .mapTo(Long.class)
                                .one()))
                .isEqualTo(1);
    }
}
