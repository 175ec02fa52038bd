package org.parley.sources.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.sources.Calls.admin;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.parley.sources.SourcesTest;

/** The service polls by itself, as it does for users. */
@QuarkusTest
@SourcesTest
@TestProfile(PollingTest.Polling.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class PollingTest extends FeedFixture {

    /** Tests otherwise poll when they want to. */
    public static final class Polling implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("parley.feeds.polling", "true");
        }
    }

    @Test
    void a_feed_that_is_added_becomes_articles_without_anybody_asking_and_its_host_is_asked_once_at_a_time() {
        String name = "By itself " + UUID.randomUUID();
        server.on("/rss", 200, rss(item("s1", "/s1", "One", "Text 1."), item("s2", "/s2", "Two", "Text 2.")));
        server.on("/rss2", 200, rss(item("s3", "/s3", "Three", "Text 3.")));
        String first = feed(name, "/rss");
        String second = feed("Second " + name, "/rss2");

        awaitStored(first, 2);
        awaitStored(second, 1);

        assertThat(articles(name)).hasSize(2);
        admin("GET", "/v1/feeds/" + first).then().statusCode(200);
        assertThat(nextPoll(first)).isAfter(java.time.Instant.now().plusSeconds(600));
        LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
        assertThat(server.requests().stream()
                        .filter(request -> request.path().equals("/rss"))
                        .count())
                .isEqualTo(1);
    }

    private static void awaitStored(String feed, int articles) {
        long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (admin("GET", "/v1/feeds/" + feed).<Integer>path("articlesStored") < articles) {
            assertThat(System.nanoTime()).isLessThan(until);
            LockSupport.parkNanos(100_000_000);
        }
    }
}
