package org.parley.sources.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.parley.sources.Calls.admin;
import static org.parley.sources.Calls.as;
import static org.parley.sources.Calls.members;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.parley.sources.LocalHosts;
import org.parley.sources.SourcesTest;
import org.parley.testkit.LocalServer;

@QuarkusTest
@SourcesTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class FeedListsTest {

    private static final String RSS = "<rss><channel><title>%s</title><item><title>x</title></item></channel></rss>";

    @Test
    void the_feeds_of_a_site_are_found_from_its_home_page() throws Exception {
        try (LocalServer server = LocalHosts.server(3)) {
            server.on(
                    "/",
                    200,
                    "<html><head><link rel=alternate type='application/rss+xml' href='/news.rss'>"
                            + "<link rel=alternate type='application/rss+xml' href='/broken.rss'>"
                            + "<link rel=alternate hreflang=fr href='/fr'></head><body><a href='/world/rss.xml'>World</a>"
                            + "<a href='javascript:alert(1)//rss.xml'>x</a></body></html>",
                    "Content-Type",
                    "text/html");
            server.on("/news.rss", 200, RSS.formatted("News"));
            server.on("/broken.rss", 200, "<html></html>");
            server.on("/world/rss.xml", 200, RSS.formatted("World"));
            server.on("/plain", 200, "<html><body>No feed named</body></html>", "Content-Type", "text/html");
            server.on("/feed.xml", 200, RSS.formatted("Usual place"));

            assertThat(discover(server.url("/")).<List<String>>path("feeds.title"))
                    .containsExactly("News", "World");
            assertThat(discover(server.url("/plain")).<List<String>>path("feeds.title"))
                    .containsExactly("Usual place");
            assertThat(discover(server.url("/news.rss")).<List<String>>path("feeds.url"))
                    .containsExactly(server.url("/news.rss"));
            discover(server.url("/missing")).then().statusCode(422).body("errors[0].field", equalTo("url"));
        }
        discover("http://169.254.169.254/").then().statusCode(422);
    }

    @Test
    void opml_shows_what_it_would_do_then_does_it_and_comes_out_again() {
        String opml = """
                <?xml version="1.0"?><!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/passwd">]><opml version="1.0"><body>
                <outline text="Opml Post"><outline type="rss" text="Front &amp; back" xmlUrl="https://opml.example.org/a"/>
                <outline text="&x;" xmlurl="https://opml.example.org/b" htmlUrl="https://opml.example.org/"/></outline>
                <outline text="Lonely" xmlUrl="https://opml.example.org/c"/><outline text="Twice" xmlUrl="https://opml.example.org/a"/>
                <outline text="Bad" xmlUrl="javascript:alert(1)"/></body></opml>""";

        assertThat(opml(opml, true).<List<String>>path("rows.fate"))
                .containsExactly("NEW", "NEW", "NEW", "KNOWN", "BROKEN");
        assertThat(opml(opml, false).<List<String>>path("rows.fate"))
                .containsExactly("ADDED", "ADDED", "ADDED", "KNOWN", "BROKEN");
        Response again = opml(opml, true);
        assertThat(again.<List<String>>path("rows.fate")).containsExactly("KNOWN", "KNOWN", "KNOWN", "KNOWN", "BROKEN");
        assertThat(again.<List<String>>path("rows.feedId").get(0)).isNotNull();

        String out =
                admin("GET", "/v1/feeds/opml").then().statusCode(200).extract().asString();
        assertThat(out)
                .contains(
                        "xmlUrl=\"https://opml.example.org/a\"",
                        "Front &amp; back",
                        "text=\"Opml Post\"",
                        "text=\"Lonely\"");
        assertThat(opml(out, true).<List<String>>path("rows.fate")).containsOnly("KNOWN");
        opml("<html></html>", true).then().statusCode(400).body("detail", containsString("no OPML"));
    }

    @Test
    void the_configuration_brings_the_same_feeds_with_their_settings() {
        Object feeds = List.of(
                members(
                        "outlet",
                        "Config Times",
                        "url",
                        "https://config.example.org/a",
                        "include",
                        List.of("talks"),
                        "minIntervalSeconds",
                        900),
                members("outlet", "Config Times", "url", "https://config.example.org/b", "minIntervalSeconds", 1),
                members("url", "https://config.example.org/c"));
        assertThat(admin("POST", "/v1/feeds/configuration?preview=true", "feeds", feeds)
                        .<List<String>>path("rows.fate"))
                .containsExactly("NEW", "BROKEN", "BROKEN");
        assertThat(admin("POST", "/v1/feeds/configuration", "feeds", feeds).<List<String>>path("rows.fate"))
                .containsExactly("ADDED", "BROKEN", "BROKEN");

        Response out = admin("GET", "/v1/feeds/configuration");
        String path = "feeds.find { it.url == 'https://config.example.org/a' }.";
        assertThat(out.<List<String>>path(path + "include")).containsExactly("talks");
        assertThat(out.<Integer>path(path + "minIntervalSeconds")).isEqualTo(900);
        assertThat(as("admin")
                        .contentType("application/json")
                        .body(out.asString())
                        .post("/v1/feeds/configuration?preview=true")
                        .<List<String>>path("rows.fate"))
                .containsOnly("KNOWN");
    }

    private static Response discover(String url) {
        return admin("POST", "/v1/feeds/discover", "url", url);
    }

    private static Response opml(String opml, boolean preview) {
        return as("admin")
                .contentType("text/x-opml")
                .body(opml.getBytes(UTF_8))
                .post("/v1/feeds/opml?preview=" + preview);
    }
}
