package org.parley.sources.feed;

import static org.parley.sources.Calls.admin;
import static org.parley.sources.Calls.members;
import static org.parley.sources.Calls.outlet;
import static org.parley.sources.Calls.read;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.parley.sources.LocalHosts;
import org.parley.testkit.LocalServer;

/** A server for feeds and what their tests ask of the service. */
abstract class FeedFixture {

    @Inject
    Jdbi jdbi;

    LocalServer server;

    @BeforeEach
    void open() {
        server = LocalHosts.server(1);
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        jdbi.useHandle(handle -> handle.execute("update feed set state = 'RETIRED'"));
    }

    Response poll(String id) {
        return admin("POST", "/v1/feeds/" + id + "/poll");
    }

    String feed(String outlet, String path) {
        return admin("POST", "/v1/feeds", "outlet", outlet(outlet), "url", server.url(path), "fetchPages", false)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static Instant nextPoll(String id) {
        return Instant.parse(admin("GET", "/v1/feeds/" + id).path("nextPollAt"));
    }

    List<String> events(String id) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select type from outbox where subject = :id order by xid, seq")
                        .bind("id", id)
                        .mapTo(String.class)
                        .list());
    }

    /** The articles of the outlet with that name, each as JSON. */
    static List<JsonPath> articles(String outlet) {
        JsonPath outlets = read("/v1/outlets/query", "first", 100).jsonPath();
        String id = outlets.getString("items.node.find { it.name == '" + outlet + "' }.id");
        List<String> ids = read("/v1/articles/query", "filter", members("outlet", List.of(id)), "first", 100)
                .path("items.node.id");
        Response articles = read("/v1/articles/by-ids", "ids", ids, "text", true);
        return IntStream.range(0, ids.size())
                .mapToObj(i -> new JsonPath(articles.asString()).setRootPath("items[" + i + "]"))
                .toList();
    }

    static String rss(String... items) {
        return "<rss version=\"2.0\"><channel><title>A feed</title>" + String.join("", items) + "</channel></rss>";
    }

    static String item(String guid, String link, String title, String description) {
        return "<item>" + (guid == null ? "" : "<guid isPermaLink=\"false\">" + guid + "</guid>")
                + (link == null ? "" : "<link>" + link + "</link>") + "<title>" + title + "</title><description>"
                + description.replace("&", "&amp;").replace("<", "&lt;")
                + "</description><pubDate>Thu, 04 Mar 2027 09:00:00 GMT</pubDate></item>";
    }
}
