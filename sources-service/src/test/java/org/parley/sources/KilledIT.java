package org.parley.sources;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.parley.testkit.LocalServer;
import org.parley.testkit.PostgresResource;
import org.parley.testkit.ServiceProcess;
import org.parley.testkit.TestTokens;

/** Kills the packaged service with -9 while it works; what it acknowledged is stored, and what is repeated is done once. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KilledIT {

    private static final Random RANDOM = new Random(20270304);

    private final String database = PostgresResource.freshDatabase();
    private final Jdbi rows = Jdbi.create(database, "postgres", "postgres");
    private Map<String, String> settings = Map.of("parley.feeds.polling", "false");
    private volatile ServiceProcess service;

    @AfterEach
    void stop() {
        service.kill();
    }

    @Test
    void an_import_that_is_killed_again_and_again_ends_with_each_row_once() throws Exception {
        int all = 6_000;
        byte[] file = lines(all);
        start();
        String job = upload(file);
        for (int kill = 0; kill < 3; kill++) {
            int before = kill * all / 4;
            await(() -> count("select coalesce(max(done), 0) from import_job") > before);
            Thread.sleep(RANDOM.nextInt(300));
            restart();
            // Whoever has no answer sends the file again, under the same key.
            assertThat(upload(file)).isEqualTo(job);
        }
        await(() -> count("select count(*) from import_job where state = 'DONE'") == 1);

        assertThat(count("select done from import_job")).isEqualTo(all);
        assertThat(count("select stored from import_job")).isEqualTo(all);
        assertThat(count("select count(*) from import_row where fate = 'STORED'"))
                .isEqualTo(all);
        assertStoredOnce(all);
        assertThat(count("select count(*) from import_chunk")).isZero();
    }

    @Test
    void what_a_stream_acknowledged_before_the_kill_is_stored_and_the_repeat_adds_only_the_rest() throws Exception {
        int all = 4_000;
        byte[] file = lines(all);
        start();
        ServiceProcess victim = service;
        Thread killer = new Thread(() -> {
            await(() -> count("select count(*) from article") > all / 4);
            victim.kill();
        });
        killer.start();
        int acknowledged = stream(file).size();
        killer.join();
        int stored = count("select count(*) from article");
        assertThat(acknowledged).isLessThanOrEqualTo(stored);
        assertThat(stored).isLessThan(all);

        restart();
        List<String> again = stream(file);

        assertThat(again).hasSize(all);
        assertThat(again.stream().filter(row -> row.contains("\"UNCHANGED\"")).count())
                .isEqualTo(stored);
        assertStoredOnce(all);
    }

    @Test
    void articles_sent_one_by_one_with_keys_through_kills_are_answered_once_and_alike() throws Exception {
        int all = 600;
        start();
        Map<Integer, String> answers = new ConcurrentHashMap<>();
        AtomicInteger next = new AtomicInteger();
        Callable<Void> writer = () -> {
            for (int i = next.getAndIncrement(); i < all; i = next.getAndIncrement()) {
                answers.put(i, sendUntilAnswered(i));
            }
            return null;
        };
        var threads = Executors.newFixedThreadPool(4);
        List<Future<Void>> writers = new ArrayList<>();
        IntStream.range(0, 4).forEach(i -> writers.add(threads.submit(writer)));
        for (int kill = 1; kill <= 3; kill++) {
            int some = kill * all / 4;
            await(() -> answers.size() > some);
            restart();
        }
        for (Future<Void> done : writers) {
            done.get();
        }
        threads.shutdown();

        assertStoredOnce(all);
        assertThat(count("select count(*) from idempotency_key")).isEqualTo(all);
        for (int i = 0; i < all; i += 37) {
            assertThat(send(i).asString()).isEqualTo(answers.get(i));
        }
    }

    @Test
    void a_feed_whose_poll_is_killed_loses_no_item_and_stores_none_twice() throws Exception {
        int feeds = 4;
        int items = 150;
        try (LocalServer server = new LocalServer()) {
            for (int feed = 0; feed < feeds; feed++) {
                server.on("/" + feed, 200, feed(feed, items), "ETag", "\"1\"");
            }
            settings = Map.of("parley.outbound.allow", "127.0.0.1:" + server.port());
            start();
            String outlet = admin("/v1/outlets", "{\"name\":\"Killed\"}").path("id");
            for (int feed = 0; feed < feeds; feed++) {
                admin(
                                "/v1/feeds",
                                "{\"outlet\":\"%s\",\"url\":\"%s\",\"fetchPages\":false}"
                                        .formatted(outlet, server.url("/" + feed)))
                        .then()
                        .statusCode(201);
            }
            for (int kill = 0; kill < 4; kill++) {
                int before = kill * feeds * items / 5;
                await(() -> count("select count(*) from article") > before);
                Thread.sleep(RANDOM.nextInt(200));
                restart();
            }
            await(() -> count("select count(*) from feed_item where state = 'DONE'") == feeds * items);
        }
        assertStoredOnce(feeds * items);
        assertThat(count("select count(*) from feed_item")).isEqualTo(feeds * items);
        assertThat(count("select sum(items_seen) from feed")).isEqualTo(feeds * items);
        assertThat(count("select sum(articles_stored) from feed")).isEqualTo(feeds * items);
        assertThat(count("select count(*) from feed where etag = '\"1\"'")).isEqualTo(feeds);
    }

    private void start() {
        service = ServiceProcess.start("sources", database, settings);
    }

    /** Kills it, lets the time pass that a claim is held for, and starts it again. */
    private void restart() {
        service.kill();
        rows.useHandle(handle -> {
            handle.execute("update import_job set claimed_until = '-infinity'");
            handle.execute("update host_lane set busy_until = '-infinity'");
            handle.execute("update feed_item set due_at = '-infinity' where state = 'PENDING'");
        });
        start();
    }

    private void assertStoredOnce(int all) {
        assertThat(count("select count(*) from article")).isEqualTo(all);
        assertThat(count("select count(*) from article_version")).isEqualTo(all);
        String events = "from outbox where type = 'org.parley.article.stored.v1'";
        assertThat(count("select count(*) " + events)).isEqualTo(all);
        assertThat(count("select count(distinct subject) " + events)).isEqualTo(all);
    }

    private String upload(byte[] file) {
        return call("application/octet-stream")
                .header("Idempotency-Key", "the file")
                .queryParam("format", "JSONL")
                .body(file)
                .post(service.url() + "/v1/jobs/imports")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    /** The whole rows of the answer, up to where the connection broke. */
    private List<String> stream(byte[] file) throws Exception {
        var connection = (java.net.HttpURLConnection)
                java.net.URI.create(service.url() + "/v1/articles/bulk").toURL().openConnection();
        connection.setDoOutput(true);
        connection.setChunkedStreamingMode(8_192);
        connection.setRequestProperty("Content-Type", "application/x-ndjson");
        connection.setRequestProperty("Authorization", TestTokens.bearer("sources", "admin"));
        List<String> answered = new ArrayList<>();
        try {
            connection.getOutputStream().write(file);
            connection.getOutputStream().close();
            try (var reader =
                    new java.io.BufferedReader(new java.io.InputStreamReader(connection.getInputStream(), UTF_8))) {
                for (String row = reader.readLine(); row != null; row = reader.readLine()) {
                    if (row.endsWith("}")) {
                        answered.add(row);
                    }
                }
            }
        } catch (java.io.IOException e) {
            // The broken connection may be seen before the end of the process is.
            assertThat(service.process().waitFor(10, TimeUnit.SECONDS))
                    .as("only a killed service breaks off: " + e)
                    .isTrue();
        }
        return answered;
    }

    private String sendUntilAnswered(int i) {
        long until = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (System.nanoTime() < until) {
            try {
                Response answer = send(i);
                if (answer.statusCode() == 201) {
                    return answer.asString();
                }
                // 503 while it starts and stops; 409 while the attempt before is being answered.
                assertThat(answer.statusCode()).as(answer.asString()).isIn(503, 409);
            } catch (Exception e) {
                // It is being killed or started.
                assertThat(e).isInstanceOfAny(java.io.IOException.class, org.apache.http.HttpException.class);
            }
            pause();
        }
        throw new AssertionError("article " + i + " was never answered");
    }

    private Response send(int i) {
        return call("application/json")
                .header("Idempotency-Key", "article " + i)
                .body(line(i).getBytes(UTF_8))
                .post(service.url() + "/v1/articles");
    }

    private Response admin(String path, String body) {
        return call("application/json").body(body).post(service.url() + path);
    }

    private static io.restassured.specification.RequestSpecification call(String type) {
        return given().config(Calls.AS_IS)
                .header("Authorization", TestTokens.bearer("sources", "admin"))
                .contentType(type);
    }

    private static byte[] lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(KilledIT::line)
                .collect(Collectors.joining("\n"))
                .getBytes(UTF_8);
    }

    private static String line(int i) {
        return "{\"outlet\":\"Killed\",\"id\":\"k%1$d\",\"headline\":\"Number %1$d\",\"text\":\"Text %1$d. %2$s\"}"
                .formatted(i, "The envoys met again and agreed on nothing. ".repeat(20));
    }

    private static String feed(int feed, int items) {
        return "<rss version=\"2.0\"><channel><title>F</title>"
                + IntStream.range(0, items)
                        .mapToObj(i -> "<item><guid>" + feed + "-" + i + "</guid><link>https://killed.example.org/"
                                + feed
                                + "/" + i + "</link><title>T</title><description>Text of "
                                + UUID.nameUUIDFromBytes((feed + " " + i).getBytes(UTF_8)) + "</description></item>")
                        .collect(Collectors.joining())
                + "</channel></rss>";
    }

    private int count(String sql) {
        return rows.withHandle(
                handle -> handle.createQuery(sql).mapTo(Integer.class).one());
    }

    private static void await(java.util.function.BooleanSupplier done) {
        long until = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(until);
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
