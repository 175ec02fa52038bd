package org.parley.sources.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.parley.sources.Calls.as;
import static org.parley.sources.Calls.awaitSearch;
import static org.parley.sources.Calls.submit;
import static org.parley.sources.Calls.submitJson;
import static org.parley.sources.Calls.submitText;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.sources.SourcesTest;

@QuarkusTest
@SourcesTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class BadInputTest {

    @Inject
    Jdbi jdbi;

    private String before;

    @BeforeEach
    void count() {
        awaitSearch();
        before = counts();
    }

    @AfterEach
    void nothing_was_stored_by_halves_or_at_all() {
        assertThat(counts()).isEqualTo(before);
    }

    private String counts() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        select (select count(*) from article) || ' ' || (select count(*) from article_version) || ' '
                            || (select count(*) from raw_document) || ' ' || (select count(*) from outlet) || ' '
                            || (select count(*) from article_search) || ' ' || (select count(*) from outbox)""").mapTo(String.class).one());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                        | text      | is missing
                    {"text":null}                             | text      | is missing
                    {"text":""}                               | text      | is empty
                    {"text":" \\n\\t "}                       | text      | is empty
                    {"text":7}                                | text      | has to be a string
                    {"text":"a","outlet":["x"]}               | outlet    | has to be a string
                    {"text":"a","headline":{"x":1}}           | headline  | has to be a string
                    {"text":"a","published":1764201600}       | published | has to be a string
                    {"text":"a","author":"me"}                | author    | is not a member that is known here
                    {"text":"a","text":"b"}                   | text      | stands there twice
                    {"text":"a","published":"2025-13-45"}     | published | has to be a time
                    {"text":"a","published":"yesterday"}      | published | has to be a time
                    {"text":"a","retrieved":"2025-11-27T10:00"} | retrieved | has to be a time
                    {"text":"a","published":"0001-01-01"}     | published | cannot be meant
                    {"text":"a","language":"not a tag"}       | language  | BCP 47
                    {"text":"a","url":"ftp://x.example/a"}    | url       | http://
                    {"text":"a","url":"example.org/a"}        | url       | http://
                    {"text":"a","url":"https://a b.example/"} | url       | http://
                    {"text":"a","url":"https://x:port/"}      | url       | no host
                    {"text":"ab\\ud800c"}                     | text      | half of a surrogate pair (U+D800) at position 2
                    {"text":"\\udc00"}                        | text      | half of a surrogate pair
                    {"text":"a","headline":"\\ud83d"}         | headline  | half of a surrogate pair
                    {"text":"a\\u0000b"}                      | text      | NUL character (U+0000) at position 1
                    {"text":"a","outlet":"x\\u0000"}          | outlet    | NUL character
                    """)
    void a_wrong_member_is_named_with_what_to_change(String json, String field, String message) {
        submitJson(json)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("BAD_USER_INPUT"))
                .body("errors[0].field", equalTo(field))
                .body("errors[0].message", containsString(message))
                .body("detail", containsString(field));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"text":"a"        | not JSON at line 1
                    {"text":"a"} {}    | follows after
                    [{"text":"a"}]     | one JSON object
                    "text"             | one JSON object
                    nonsense           | not JSON at line 1
                    ''                 | one JSON object
                    """)
    void what_is_no_json_object_is_told(String json, String message) {
        submitJson(json).then().statusCode(400).body("detail", containsString(message));
    }

    @Test
    void a_text_of_six_megabytes_is_too_large_in_either_form() {
        String text = "word ".repeat(6 * 1024 * 1024 / 5);
        submit("text", text)
                .then()
                .statusCode(413)
                .body("code", equalTo("LIMIT_EXCEEDED"))
                .body("errors[0].field", equalTo("text"))
                .body("detail", containsString("5 MB"));
        submitText(text.getBytes(UTF_8), Map.of()).then().statusCode(413).body("code", equalTo("LIMIT_EXCEEDED"));
    }

    @Test
    void a_body_beyond_any_article_is_refused_without_being_read_to_its_end() {
        submitText(new byte[40 * 1024 * 1024], Map.of()).then().statusCode(413).body("code", equalTo("LIMIT_EXCEEDED"));
    }

    @Test
    void bytes_that_are_no_utf_8_are_told_with_their_place() {
        byte[] latin1 = {'c', 'a', 'f', (byte) 0xe9, ' ', 'x'};
        submitText(latin1, Map.of()).then().statusCode(400).body("detail", containsString("not UTF-8 at byte 3"));
        byte[] encodedSurrogate = {(byte) 0xed, (byte) 0xa0, (byte) 0x80};
        submitText(encodedSurrogate, Map.of()).then().statusCode(400).body("detail", containsString("not UTF-8"));
        byte[] json = "{\"text\":\"caf?\"}".getBytes(UTF_8);
        json[12] = (byte) 0xe9;
        as("admin")
                .contentType("application/json")
                .body(json)
                .post("/v1/articles")
                .then()
                .statusCode(400)
                .body("detail", containsString("not UTF-8 at byte 12"));
    }

    @Test
    void plain_text_with_a_nul_or_nothing_in_it_is_refused() {
        submitText(new byte[] {'a', 0}, Map.of()).then().statusCode(400).body("detail", containsString("NUL"));
        submitText(new byte[0], Map.of()).then().statusCode(400).body("detail", containsString("text: is empty"));
    }

    @Test
    void an_unknown_parameter_or_charset_is_named() {
        submitText("a".getBytes(UTF_8), Map.of("title", "x"))
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("title"));
        as("admin")
                .contentType("text/plain;charset=klingon")
                .body("a".getBytes(UTF_8))
                .post("/v1/articles")
                .then()
                .statusCode(415)
                .body("errors[0].field", equalTo("charset"));
        as("admin")
                .contentType("image/png")
                .body("<p>a</p>".getBytes(UTF_8))
                .post("/v1/articles")
                .then()
                .statusCode(415);
    }

    @Test
    void only_an_admin_can_store() {
        as("read", "feed", "partner", "review")
                .contentType("application/json")
                .body("{\"text\":\"a\"}")
                .post("/v1/articles")
                .then()
                .statusCode(403);
        as("read")
                .contentType("application/x-ndjson")
                .body("{}")
                .post("/v1/articles/bulk")
                .then()
                .statusCode(403);
    }
}
