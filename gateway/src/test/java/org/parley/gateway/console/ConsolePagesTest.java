package org.parley.gateway.console;

import static io.restassured.RestAssured.given;
import static io.restassured.config.DecoderConfig.decoderConfig;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.gateway.GatewayTest;

/** The console as it is served: one page at every address, under a policy that lets nothing else run. */
@QuarkusTest
class ConsolePagesTest extends GatewayTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/proposals", "/proposals/any-slug", "/articles/id?version=2", "/admin/feeds", "/review"})
    void every_address_of_the_console_answers_with_its_page(String address) {
        Response answer = given().urlEncodingEnabled(false).get(address);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("text/html");
        assertThat(answer.asString()).contains("<parley-console>");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void nothing_runs_but_the_files_of_the_bundle() {
        Response answer = given().get("/");
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "require-trusted-types-for 'script'")
                .doesNotContain("unsafe");
        assertThat(answer.asString()).doesNotContain("style=", "onload=").doesNotContainPattern("<script[^>]*>[^<]");
    }

    @Test
    void the_page_names_its_icon_so_that_browsers_ask_for_no_other() {
        assertThat(given().get("/").asString()).contains("rel=\"icon\"", "href=\"/static/icon.svg\"");
        Response icon = given().get("/static/icon.svg");
        assertThat(icon.statusCode()).isEqualTo(200);
        assertThat(icon.contentType()).isEqualTo("image/svg+xml");
    }

    @Test
    void the_bundle_is_compressed_once_and_kept_by_browsers_for_ever() {
        Matcher script = Pattern.compile("src=\"(/static/bundle/[^\"]+\\.js)\"")
                .matcher(given().get("/").asString());
        assertThat(script.find()).isTrue();
        RestAssuredConfig asSent =
                RestAssured.config().decoderConfig(decoderConfig().noContentDecoders());
        Response plain = given().config(asSent).get(script.group(1));
        assertThat(plain.statusCode()).isEqualTo(200);
        assertThat(plain.contentType()).startsWith("text/javascript");
        assertThat(plain.header("Cache-Control")).contains("immutable");
        assertThat(plain.header("Content-Encoding")).isNull();
        Response compressed =
                given().config(asSent).header("Accept-Encoding", "gzip").get(script.group(1));
        assertThat(compressed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(compressed.asByteArray()).hasSizeLessThan(plain.asByteArray().length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/static/bundle/none.js", "/static/bundle/..%2f..%2fapplication.properties", "/nowhere"})
    void what_is_not_there_is_not_found(String address) {
        assertThat(given().urlEncodingEnabled(false).get(address).statusCode()).isEqualTo(404);
    }
}
