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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.testkit.LocalServer;
import org.parley.testkit.PostgresResource;
import org.parley.testkit.ServiceProcess;
import org.parley.testkit.TestTokens;

/**
 * Kills the packaged service with -9 while it works; what it acknowledged is stored, and what is repeated is done once.
 * One service, and one database, for all of it: each start takes seconds. The profile {@code load} kills it more often.
 */
@Tag("long")
@DisplayNameGeneration(ReplaceUnderscores.class)
class KilledIT {

    private static final Random RANDOM = new Random(20270304);

    private static final String DATABASE = PostgresResource.freshDatabase();
    private static final Jdbi ROWS = Jdbi.create(DATABASE, "postgres", "postgres");
    private static LocalServer server;
    private static volatile ServiceProcess service;

    @BeforeAll
    static void startAll() throws Exception {
        server = new LocalServer();
        start();
    }

    @AfterAll
    static void stopAll() throws Exception {
        service.kill();
        server.close();
    }

    @Test
    void an_import_that_is_killed_ends_with_each_row_once() throws Exception {
        importThroughKills("Import", 1);
    }

    @Test
    @Tag("load")
    void an_import_that_is_killed_again_and_again_ends_with_each_row_once() throws Exception {
        importThroughKills("Long import", 3);
    }

    private void importThroughKills(String outlet, int kills) throws Exception {
        int all = 2_000 * (kills + 1);
        byte[] file = lines(outlet, all);
        String job = upload(outlet, file);
        String ofJob = " from import_job where id = '" + job + "'";
        for (int kill = 0; kill < kills; kill++) {
            int before = kill * all / (kills + 1);
            await(() -> count("select done" + ofJob) > before);
            Thread.sleep(RANDOM.nextInt(300));
            restart();
            // Whoever has no answer sends the file again, under the same key.
            assertThat(upload(outlet, file)).isEqualTo(job);
        }
        await(() -> count("select count(*)" + ofJob + " and state = 'DONE'") == 1);

        assertThat(count("select done" + ofJob)).isEqualTo(all);
        assertThat(count("select stored" + ofJob)).isEqualTo(all);
        assertThat(count("select count(*) from import_row where fate = 'STORED' and job_id = '" + job + "'"))
                .isEqualTo(all);
        assertStoredOnce(outlet, all);
        assertThat(count("select count(*) from import_chunk")).isZero();
    }

    @Test
    void what_a_stream_acknowledged_before_the_kill_is_stored_and_the_repeat_adds_only_the_rest() throws Exception {
        int all = 4_000;
        byte[] file = lines("Stream", all);
        ServiceProcess victim = service;
        Thread killer = new Thread(() -> {
            await(() -> stored("Stream") > all / 4);
            victim.kill();
        });
        killer.start();
        int acknowledged = stream(file).size();
        killer.join();
        int stored = stored("Stream");
        assertThat(acknowledged).isLessThanOrEqualTo(stored);
        assertThat(stored).isLessThan(all);

        restart();
        List<String> again = stream(file);

        assertThat(again).hasSize(all);
        assertThat(again.stream().filter(row -> row.contains("\"UNCHANGED\"")).count())
                .isEqualTo(stored);
        assertStoredOnce("Stream", all);
    }

    @Test
    void articles_sent_one_by_one_with_keys_through_a_kill_are_answered_once_and_alike() throws Exception {
        sendThroughKills("One by one", 1);
    }

    @Test
    @Tag("load")
    void articles_sent_one_by_one_with_keys_through_kills_are_answered_once_and_alike() throws Exception {
        sendThroughKills("Many one by one", 3);
    }

    private void sendThroughKills(String outlet, int kills) throws Exception {
        int all = 150 * (kills + 1);
        Map<Integer, String> answers = new ConcurrentHashMap<>();
        AtomicInteger next = new AtomicInteger();
        Callable<Void> writer = () -> {
            for (int i = next.getAndIncrement(); i < all; i = next.getAndIncrement()) {
                answers.put(i, sendUntilAnswered(outlet, i));
            }
            return null;
        };
        var threads = Executors.newFixedThreadPool(4);
        List<Future<Void>> writers = new ArrayList<>();
        IntStream.range(0, 4).forEach(i -> writers.add(threads.submit(writer)));
        for (int kill = 1; kill <= kills; kill++) {
            int some = kill * all / (kills + 1);
            await(() -> answers.size() > some);
            restart();
        }
        for (Future<Void> done : writers) {
            done.get();
        }
        threads.shutdown();

        assertStoredOnce(outlet, all);
        assertThat(count("select count(*) from idempotency_key where key like '" + outlet + " %'"))
                .isEqualTo(all);
        for (int i = 0; i < all; i += 37) {
            assertThat(send(outlet, i).asString()).isEqualTo(answers.get(i));
        }
    }

    @Test
    void a_feed_whose_poll_is_killed_loses_no_item_and_stores_none_twice() throws Exception {
        pollThroughKills("Feeds", 1);
    }

    @Test
    @Tag("load")
    void a_feed_whose_poll_is_killed_again_and_again_loses_no_item_and_stores_none_twice() throws Exception {
        pollThroughKills("More feeds", 4);
    }

    private void pollThroughKills(String outlet, int kills) throws Exception {
        int feeds = 4;
        int items = 30 * (kills + 1);
        String id = admin("/v1/outlets", "{\"name\":\"" + outlet + "\"}").path("id");
        for (int feed = 0; feed < feeds; feed++) {
            String path = "/" + kills + "/" + feed;
            server.on(path, 200, feed(path, items), "ETag", "\"1\"");
            admin(
                            "/v1/feeds",
                            "{\"outlet\":\"%s\",\"url\":\"%s\",\"fetchPages\":false}".formatted(id, server.url(path)))
                    .then()
                    .statusCode(201);
        }
        for (int kill = 0; kill < kills; kill++) {
            int before = kill * feeds * items / (kills + 1);
            await(() -> stored(outlet) > before);
            Thread.sleep(RANDOM.nextInt(200));
            restart();
        }
        String ofOutlet = " feed f join outlet o on o.id = f.outlet_id and o.name = '" + outlet + "'";
        String ofFeeds = " from feed_item i join" + ofOutlet.replace(" feed f", " feed f on f.id = i.feed_id");
        await(() -> count("select count(*)" + ofFeeds + " where i.state = 'DONE'") == feeds * items);

        assertStoredOnce(outlet, feeds * items);
        assertThat(count("select count(*)" + ofFeeds)).isEqualTo(feeds * items);
        assertThat(count("select sum(items_seen) from" + ofOutlet)).isEqualTo(feeds * items);
        assertThat(count("select sum(articles_stored) from" + ofOutlet)).isEqualTo(feeds * items);
        assertThat(count("select count(*) from" + ofOutlet + " where etag = '\"1\"'"))
                .isEqualTo(feeds);
    }

    private static void start() {
        Map<String, String> settings = Map.of("parley.outbound.allow", "127.0.0.1:" + server.port());
        service = ServiceProcess.start("sources", DATABASE, settings);
    }

    /** Kills it, lets the time pass that a claim is held for, and starts it again. */
    private void restart() {
        service.kill();
        ROWS.useHandle(handle -> {
            handle.execute("update import_job set claimed_until = '-infinity'");
            handle.execute("update host_lane set busy_until = '-infinity'");
            handle.execute("update feed_item set due_at = '-infinity' where state = 'PENDING'");
        });
        start();
    }

    private void assertStoredOnce(String outlet, int all) {
        String of = " join article a on %s join outlet o on o.id = a.outlet_id and o.name = '" + outlet + "'";
        assertThat(stored(outlet)).isEqualTo(all);
        assertThat(count("select count(*) from article_version v" + of.formatted("a.id = v.article_id")))
                .isEqualTo(all);
        // No foreign key says so; see docs/adr/0015.
        assertThat(count("""
                        select count(*) from article_version v
                        where not exists (select from article a where a.id = v.article_id)
                            or not exists (select from raw_document r where r.sha256 = v.raw_sha256)""")).isZero();
        String events = " from outbox e" + of.formatted("a.id::text = e.subject")
                + " where e.type = 'org.parley.article.stored.v1'";
        assertThat(count("select count(*)" + events)).isEqualTo(all);
        assertThat(count("select count(distinct e.subject)" + events)).isEqualTo(all);
    }

    private int stored(String outlet) {
        return count(
                "select count(*) from article a join outlet o on o.id = a.outlet_id and o.name = '" + outlet + "'");
    }

    private String upload(String outlet, byte[] file) {
        return call("application/octet-stream")
                .header("Idempotency-Key", "the file of " + outlet)
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

    private String sendUntilAnswered(String outlet, int i) {
        long until = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (System.nanoTime() < until) {
            try {
                Response answer = send(outlet, i);
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

    private Response send(String outlet, int i) {
        return call("application/json")
                .header("Idempotency-Key", outlet + " " + i)
                .body(line(outlet, i).getBytes(UTF_8))
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

    private static byte[] lines(String outlet, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> line(outlet, i))
                .collect(Collectors.joining("\n"))
                .getBytes(UTF_8);
    }

    private static String line(String outlet, int i) {
        return "{\"outlet\":\"%3$s\",\"id\":\"k%1$d\",\"headline\":\"Number %1$d\",\"text\":\"Text %1$d. %2$s\"}"
                .formatted(i, "The envoys met again and agreed on nothing. ".repeat(20), outlet);
    }

    private static String feed(String path, int items) {
        return "<rss version=\"2.0\"><channel><title>F</title>"
                + IntStream.range(0, items)
                        .mapToObj(i -> "<item><guid>" + path + "-" + i + "</guid><link>https://killed.example.org"
                                + path
                                + "/" + i + "</link><title>T</title><description>Text of "
                                + UUID.nameUUIDFromBytes((path + " " + i).getBytes(UTF_8)) + "</description></item>")
                        .collect(Collectors.joining())
                + "</channel></rss>";
    }

    private int count(String sql) {
        return ROWS.withHandle(
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
