package org.parley.sources.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.sources.Calls.outlet;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.sources.LocalHosts;
import org.parley.sources.SourcesTest;
import org.parley.sources.page.HostLanes;
import org.parley.testkit.LocalServer;

/** How many feeds a second are polled: {@code mvn test -Pload -pl sources-service -am -Dsurefire.failIfNoSpecifiedTests=false -Dtest=FeedSpeedTest}. */
@QuarkusTest
@SourcesTest
@Tag("load")
@DisplayNameGeneration(ReplaceUnderscores.class)
class FeedSpeedTest {

    private static final int FEEDS = 1_000;
    private static final int HOSTS = 40;
    private static final int WORKERS = 8;

    @Inject
    Jdbi jdbi;

    @Inject
    DueFeeds due;

    @Inject
    Poll poll;

    @Inject
    HostLanes lanes;

    @Test
    void a_thousand_feeds_of_which_one_in_ten_has_news() throws Exception {
        List<LocalServer> servers = new ArrayList<>();
        UUID outlet = UUID.fromString(outlet("Fast " + UUID.randomUUID()));
        byte[] feed = ("<rss><channel><title>F</title>"
                        + "<item><title>An item</title><description>Text.</description></item>".repeat(20)
                        + "</channel></rss>")
                .getBytes(UTF_8);
        for (int host = 1; host <= HOSTS; host++) {
            LocalServer server = LocalHosts.server(host);
            servers.add(server);
            for (int i = host - 1; i < FEEDS; i += HOSTS) {
                boolean news = i % 10 == 0;
                server.on(
                        "/" + i,
                        (request, out) ->
                                LocalServer.write(out, news ? 200 : 304, news ? feed : new byte[0], "ETag", "\"1\""));
                String url = server.url("/" + i);
                jdbi.useHandle(handle -> handle.execute(
                        "insert into feed (id, outlet_id, url, host, state, fetch_pages, include, exclude,"
                                + " min_interval_seconds, max_interval_seconds, interval_seconds, next_poll_at, failures, items_seen, articles_stored,"
                                + " known_at, etag) values (?, ?, ?, ?, 'ACTIVE', false, '{}', '{}', 300, 86400, 3600, now(), 0, 0, 0, now(), '\"0\"')",
                        UUID.randomUUID(),
                        outlet,
                        url,
                        FeedAddress.host(url)));
            }
        }
        AtomicInteger polled = new AtomicInteger();
        var threads = Executors.newFixedThreadPool(WORKERS);
        Callable<Void> worker = () -> {
            for (List<Due> some = due.claim(5); !some.isEmpty() || polled.get() < FEEDS; some = due.claim(5)) {
                for (Due one : some) {
                    poll.run(one);
                    lanes.leave(one.host());
                    polled.incrementAndGet();
                }
            }
            return null;
        };
        long start = System.nanoTime();
        for (var result : threads.invokeAll(java.util.Collections.nCopies(WORKERS, worker))) {
            result.get();
        }
        double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
        threads.shutdown();
        for (LocalServer server : servers) {
            server.close();
        }
        System.out.printf("%d feeds in %.1f s: %.0f feeds/s%n", polled.get(), seconds, polled.get() / seconds);
        assertThat(polled.get()).isEqualTo(FEEDS);
    }
}
