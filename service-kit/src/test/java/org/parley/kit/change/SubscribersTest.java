package org.parley.kit.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.parsetools.RecordParser;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.kit.ServiceTest;
import org.parley.testkit.TestTokens;

/** Many read the stream at once, each over a connection of its own; every event reaches each of them soon. */
@QuarkusTest
@ServiceTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class SubscribersTest {

    private static final int EVENTS_A_SECOND = 100;
    private static final String TYPE = "org.parley.outlet.created.v1";
    private static final String TOLD = "\"after\":";

    @TestHTTPResource("/v1/changes")
    URI address;

    @Inject
    Changes changes;

    @Inject
    ChangeFeed feed;

    /** Of its own, so that no waiting for a free loop of the service counts as its lag. */
    private final Vertx vertx = Vertx.vertx();

    private final String bearer = TestTokens.bearer("sources", "feed");
    private final Queue<Long> lags = new ConcurrentLinkedQueue<>();

    @Test
    void a_hundred_subscribers_have_every_event_within_a_second() throws Exception {
        run(100, 2);
    }

    @Test
    @Tag("load")
    void a_thousand_subscribers_have_every_event_within_a_second() throws Exception {
        run(1_000, 15);
    }

    private void run(int subscribers, int seconds) throws Exception {
        int events = seconds * EVENTS_A_SECOND;
        HttpClient client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(subscribers));
        CountDownLatch open = new CountDownLatch(subscribers);
        AtomicInteger missing = new AtomicInteger(subscribers * events);
        try {
            String query = "?types=" + TYPE + "&after=" + feed.head();
            for (int i = 0; i < subscribers; i++) {
                subscribe(client, query, open, missing);
            }
            assertThat(open.await(60, TimeUnit.SECONDS)).as("all are connected").isTrue();
            long began = System.nanoTime();
            for (int i = 0; i < events; i++) {
                long due = began + i * (TimeUnit.SECONDS.toNanos(1) / EVENTS_A_SECOND);
                TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
                QuarkusTransaction.requiringNew()
                        .run(() -> changes.record(TYPE, "x", new ChangeData(null, System.nanoTime(), "TEST")));
            }
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (missing.get() > 0 && System.nanoTime() < until) {
                Thread.sleep(20);
            }
            assertThat(missing.get()).as("events that did not arrive").isZero();
        } finally {
            client.close();
            vertx.close();
        }
        long[] sorted = lags.stream().mapToLong(each -> each).sorted().toArray();
        long p99 = TimeUnit.NANOSECONDS.toMillis(sorted[sorted.length * 99 / 100]);
        System.out.printf(
                "%d subscribers, %d events at %d a second: lag p50 %d ms, p99 %d ms, most %d ms%n",
                subscribers,
                events,
                EVENTS_A_SECOND,
                TimeUnit.NANOSECONDS.toMillis(sorted[sorted.length / 2]),
                p99,
                TimeUnit.NANOSECONDS.toMillis(sorted[sorted.length - 1]));
        assertThat(p99).isLessThan(1_000);
    }

    private void subscribe(HttpClient client, String query, CountDownLatch open, AtomicInteger missing) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(address + query)
                .putHeader("Accept", "text/event-stream")
                .putHeader("Authorization", bearer);
        client.request(options).compose(request -> request.send()).onSuccess(answer -> {
            if (answer.statusCode() == 200) {
                answer.handler(RecordParser.newDelimited("\n\n", event -> note(event, missing)));
                open.countDown();
            }
        });
    }

    private void note(Buffer event, AtomicInteger missing) {
        String text = event.toString();
        int told = text.indexOf(TOLD);
        if (told >= 0) {
            int end = text.indexOf(',', told);
            long at = Long.parseLong(text.substring(told + TOLD.length(), end));
            lags.add(System.nanoTime() - at);
            missing.decrementAndGet();
        }
    }
}
