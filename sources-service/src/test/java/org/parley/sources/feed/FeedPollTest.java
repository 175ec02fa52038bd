package org.parley.sources.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.parley.sources.Calls.admin;
import static org.parley.sources.Calls.outlet;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.parley.sources.SourcesTest;
import org.parley.testkit.LocalServer;

@QuarkusTest
@SourcesTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class FeedPollTest extends FeedFixture {

    @Inject
    DueFeeds due;

    @Inject
    Poll poll;

    @Test
    void items_become_articles_once_and_the_next_poll_asks_whether_anything_changed() {
        String name = "Polled " + UUID.randomUUID();
        server.on("/rss", (request, out) -> {
            boolean known = "\"v1\"".equals(request.headers().get("if-none-match"))
                    && "Thu, 04 Mar 2027 10:00:00 GMT".equals(request.headers().get("if-modified-since"));
            LocalServer.write(
                    out,
                    known ? 304 : 200,
                    rss(item("g1", "/1", "First", "<p>Envoys met &amp; parted.</p>"))
                            .getBytes(UTF_8),
                    "ETag",
                    "\"v1\"",
                    "Last-Modified",
                    "Thu, 04 Mar 2027 10:00:00 GMT");
        });
        String id = feed(name, "/rss");

        poll(id).then().statusCode(200).body("outcome", equalTo("OK")).body("stored", equalTo(1));
        poll(id).then()
                .body("outcome", equalTo("UNCHANGED"))
                .body("status", equalTo(304))
                .body("fresh", equalTo(0));

        assertThat(articles(name)).singleElement().satisfies(article -> {
            assertThat(article.getString("headline")).isEqualTo("First");
            assertThat(article.getString("text")).isEqualTo("Envoys met & parted.");
            assertThat(article.getString("url")).isEqualTo(server.url("/1"));
            assertThat(article.getString("publishedAt")).isEqualTo("2027-03-04T09:00:00Z");
        });
        admin("GET", "/v1/feeds/" + id)
                .then()
                .body("format", equalTo("RSS"))
                .body("lastOutcome", equalTo("UNCHANGED"))
                .body("itemsSeen", equalTo(1))
                .body("articlesStored", equalTo(1))
                .body("title", equalTo("A feed"));
        admin("POST", "/v1/feeds/" + id + "/polls", "count", true)
                .then()
                .body("items.node.outcome", equalTo(List.of("UNCHANGED", "OK")))
                .body("total", equalTo(2));
    }

    @Test
    void no_item_is_lost_with_equal_dates_no_guid_equal_guids_or_a_changed_guid() {
        String name = "Lossless " + UUID.randomUUID();
        String first = rss(
                item(null, "/a", "No guid A", "Text A."),
                item(null, "/b", "No guid B", "Text B."),
                item("same", "/c", "Same guid C", "Text C."),
                item("same", "/d", "Same guid D", "Text D."),
                item(null, null, "No link no guid", "Text E."),
                item("old", "/f", "Guid changes", "Text F."));
        server.on("/rss", 200, first);
        String id = feed(name, "/rss");
        poll(id).then().body("items", equalTo(6)).body("stored", equalTo(6));

        server.on("/rss", 200, first.replace(">old<", ">new<").replace("Text A.", "Text A, corrected."));
        poll(id).then()
                .body("fresh", equalTo(2))
                .body("stored", equalTo(0))
                .body("newVersions", equalTo(1))
                .body("unchanged", equalTo(1));

        assertThat(articles(name).stream().map(article -> article.getString("text")))
                .containsExactlyInAnyOrder("Text A, corrected.", "Text B.", "Text C.", "Text D.", "Text E.", "Text F.");
    }

    @Test
    void only_wanted_items_are_taken_and_older_pages_are_read_when_asked() {
        String name = "Choosy " + UUID.randomUUID();
        server.on(
                "/rss",
                200,
                rss(
                        "<atom:link rel=\"next\" href=\"/rss2\"/>",
                        item("c1", "/c1", "Ceasefire talks", "Text 1."),
                        item("c2", "/c2", "Football", "Text 2."),
                        item("c3", "/c3", "Sponsored: ceasefire cruise", "Text 3.")));
        server.on("/rss2", 200, rss(item("c4", "/c4", "Older ceasefire talks", "Text 4.")));
        String id = admin(
                        "POST",
                        "/v1/feeds",
                        "outlet",
                        outlet(name),
                        "url",
                        server.url("/rss"),
                        "fetchPages",
                        false,
                        "include",
                        List.of("ceasefire"),
                        "exclude",
                        List.of("Sponsored"))
                .path("id");

        poll(id).then().body("stored", equalTo(1)).body("skipped", equalTo(2));
        admin("POST", "/v1/feeds/" + id + "/backfill").then().statusCode(200).body("stored", equalTo(1));

        assertThat(articles(name)).hasSize(2);
    }

    @Test
    void pages_are_fetched_where_robots_allow_and_the_feed_s_own_text_serves_where_they_do_not() {
        String name = "Pages " + UUID.randomUUID();
        String page = "<html><head><link rel=canonical href='/news/1'></head><body><h1>On the page</h1><article>"
                + "<p>The envoys of both sides met in Brenholt on Thursday, officials said after the talks had ended.</p>"
                        .repeat(4)
                + "</article></body></html>";
        server.on("/robots.txt", 200, "User-agent: parley\nDisallow: /private/\n", "Content-Type", "text/plain");
        server.on("/news/1", 200, page, "Content-Type", "text/html");
        server.on(
                "/rss",
                200,
                rss(
                        item("p1", "/news/1?utm_source=rss", "In the feed", "Short."),
                        item("p2", "/private/2", "Forbidden", "<content>The feed's own text.</content>")
                                .replace("description>", "content:encoded>")));
        String id = admin("POST", "/v1/feeds", "outlet", outlet(name), "url", server.url("/rss"))
                .path("id");

        poll(id).then().body("stored", equalTo(2));

        assertThat(articles(name).stream().map(article -> article.getString("text")))
                .anyMatch(text -> text.startsWith("The envoys of both sides"))
                .anyMatch(text -> text.contains("The feed's own text."));
        assertThat(server.requests()).noneMatch(request -> request.path().startsWith("/private"));
    }

    @Test
    void a_crash_between_reading_a_feed_and_storing_its_articles_loses_none() {
        String name = "Crashed " + UUID.randomUUID();
        server.on(
                "/rss",
                200,
                rss(item("k1", "/k1", "One", "Text 1."), item("k2", "/k2", "Two", "Text 2.")),
                "ETag",
                "\"k\"");
        String id = feed(name, "/rss");

        // As kill -9 right after the poll's transaction leaves it: the validators are stored, the articles are not.
        poll.run(new Due(UUID.fromString(id), server.url("/rss"), "127.0.0.1:" + server.port(), null, null));
        assertThat(waiting(id)).isEqualTo(2);
        server.on("/rss", 304, "");

        poll(id).then().body("outcome", equalTo("UNCHANGED")).body("stored", equalTo(2));
        assertThat(articles(name)).hasSize(2);
        assertThat(waiting(id)).isZero();
    }

    @Test
    void replicas_claim_each_feed_once_and_each_host_once_at_a_time() throws Exception {
        String outlet = outlet("Claimed " + UUID.randomUUID());
        for (int i = 0; i < 60; i++) {
            admin("POST", "/v1/feeds", "outlet", outlet, "url", "http://h%d.claims.example.org/%d".formatted(i % 30, i))
                    .then()
                    .statusCode(201);
        }
        var threads = Executors.newFixedThreadPool(8);
        List<Due> claimed = Collections.synchronizedList(new ArrayList<>());
        Callable<Void> replica = () -> {
            for (int i = 0; i < 5; i++) {
                claimed.addAll(due.claim(7));
            }
            return null;
        };
        for (var result : threads.invokeAll(Collections.nCopies(8, replica))) {
            result.get();
        }
        threads.shutdown();

        List<Due> ours = claimed.stream()
                .filter(feed -> feed.url().contains("claims.example.org"))
                .toList();
        assertThat(ours).hasSize(30);
        assertThat(ours.stream().map(Due::host).distinct()).hasSize(30);
    }

    private int waiting(String feed) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select count(*) from feed_item where feed_id = :id and state = 'PENDING'")
                        .bind("id", UUID.fromString(feed))
                        .mapTo(Integer.class)
                        .one());
    }
}
