package org.parley.sources;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.parley.testkit.PostgresResource;
import org.parley.testkit.ProcessorTime;
import org.parley.testkit.ServiceProcess;
import org.parley.testkit.TestTokens;

/**
 * How many articles a second are taken by the packaged service with 256 MB, each synced to disk before it is answered, and how quickly a
 * reader catches up with their changes; docs/reference/intake-speed.md has the command. Beside the time it took, the processor time of the
 * service, without Java's compilers, and of PostgreSQL tells what others on the machine change least.
 */
@Tag("load")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class IntakeSpeedIT {

    private static final int BULK = Integer.getInteger("parley.load.articles", 100_000);
    private static final int ONE_BY_ONE = BULK / 20;
    private static final int CLIENTS = 8;
    private static final int CHARACTERS = 3_000;
    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]*)\"");
    private static final String EVENT = "{\"specversion\":";

    private static final String DATABASE = PostgresResource.durableDatabase();
    private static final ProcessHandle SERVER = ProcessorTime.server(DATABASE);
    private static final Jdbi ROWS = Jdbi.create(DATABASE, "postgres", "postgres");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static ServiceProcess service;
    private static String token;
    private static long tokenSince;

    @BeforeAll
    static void start() {
        service = ServiceProcess.start("sources", DATABASE, Map.of("parley.feeds.polling", "false"));
    }

    @AfterAll
    static void stop() {
        service.kill();
    }

    @Test
    @Order(1)
    void one_article_a_request() throws Exception {
        send(0, ONE_BY_ONE, "warm-up");
        measure("one by one", ONE_BY_ONE, () -> send(0, ONE_BY_ONE, "single"));
        assertThat(stored("single")).isEqualTo(ONE_BY_ONE);
    }

    @Test
    @Order(2)
    void a_stream_of_a_hundred_thousand() throws Exception {
        Path file = file("bulk", BULK);
        measure("bulk", BULK, () -> stream(file));
        assertThat(stored("bulk")).isEqualTo(BULK);
        measure("bulk, all of it known", BULK, () -> stream(file));
        Files.delete(file);
    }

    @Test
    @Order(3)
    void a_job_of_a_hundred_thousand_of_which_half_are_known() throws Exception {
        Path file = file("bulk", 2 * BULK);
        try (var lines = Files.lines(file)) {
            Path half = Files.createTempFile("half", ".jsonl");
            Files.write(half, (Iterable<String>) lines.skip(BULK / 2).limit(BULK)::iterator);
            measure("job, half of it known", BULK, () -> job(half));
            Files.delete(half);
        }
        Files.delete(file);
        assertThat(stored("bulk")).isEqualTo(BULK + BULK / 2);
        // As much as it may have at all; had it not been enough, the service had ended.
        assertThat(service.process().isAlive()).isTrue();
    }

    @Test
    @Order(4)
    void a_reader_of_the_feed_that_catches_up() throws Exception {
        // What waits to be indexed and compared would take both processors meanwhile.
        ROWS.useHandle(handle -> {
            handle.execute("delete from search_backlog");
            handle.execute("delete from duplicate_backlog");
        });
        int rows = count("select count(*) from outbox");
        assertThat(catchUp()).isEqualTo(rows);
        measure("change feed", rows, () -> assertThat(catchUp()).isEqualTo(rows));
    }

    /** Reads the feed from its beginning, and counts. */
    private static int catchUp() throws Exception {
        int rows = 0;
        String page = "\"next\":\"\"";
        do {
            Matcher next = NEXT.matcher(page);
            assertThat(next.find()).as(page).isTrue();
            HttpRequest request = request("/v1/changes?limit=500&after=" + next.group(1), "application/json")
                    .GET()
                    .build();
            page = HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
            for (int at = page.indexOf(EVENT); at >= 0; at = page.indexOf(EVENT, at + 1)) {
                rows++;
            }
        } while (page.endsWith("\"more\":true}"));
        return rows;
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void measure(String what, int articles, Work work) throws Exception {
        Duration service = serviceTime();
        Duration server = ProcessorTime.of(SERVER);
        long start = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "%s: %d in %.1f s: %.0f/s; processor time %.3f ms each in the service, %.3f in PostgreSQL;"
                        + " resident %d MB; load average %.1f%n",
                what,
                articles,
                seconds,
                articles / seconds,
                (double) serviceTime().minus(service).toMillis() / articles,
                (double) ProcessorTime.of(SERVER).minus(server).toMillis() / articles,
                resident(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static Duration serviceTime() {
        ProcessHandle process = service.process().toHandle();
        return ProcessorTime.of(process).minus(ProcessorTime.ofCompilers(process));
    }

    private static long resident() throws IOException {
        Path status = Path.of("/proc", Long.toString(service.process().pid()), "status");
        if (!Files.exists(status)) {
            return -1;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(-1);
    }

    private static void send(int from, int count, String outlet) throws Exception {
        AtomicInteger next = new AtomicInteger(from);
        Callable<Void> client = () -> {
            for (int i = next.getAndIncrement(); i < from + count; i = next.getAndIncrement()) {
                HttpRequest request = request("/v1/articles", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(line(i, outlet)))
                        .build();
                HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            }
            return null;
        };
        var threads = Executors.newFixedThreadPool(CLIENTS);
        List<Future<Void>> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(threads.submit(client));
        }
        for (Future<Void> done : clients) {
            done.get();
        }
        threads.shutdown();
    }

    private static void stream(Path file) throws Exception {
        HttpRequest request = request("/v1/articles/bulk", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofFile(file))
                .build();
        HttpResponse<java.util.stream.Stream<String>> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofLines());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().filter(row -> !row.contains("REFUSED")).count())
                .isEqualTo(BULK);
    }

    private static void job(Path file) throws Exception {
        HttpRequest request = request("/v1/jobs/imports?format=JSONL", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofFile(file))
                .build();
        assertThat(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(202);
        while (count("select count(*) from import_job where state = 'DONE'") == 0) {
            Thread.sleep(100);
        }
    }

    private static HttpRequest.Builder request(String path, String type) {
        return HttpRequest.newBuilder(URI.create(service.url() + path))
                .header("Authorization", bearer())
                .header("Content-Type", type);
    }

    /** As callers do: one token for a minute. */
    private static synchronized String bearer() {
        if (token == null || System.nanoTime() - tokenSince > 60_000_000_000L) {
            token = TestTokens.bearer("sources", "admin", "feed");
            tokenSince = System.nanoTime();
        }
        return token;
    }

    private static Path file(String outlet, int lines) throws IOException {
        Path file = Files.createTempFile(outlet, ".jsonl");
        try (var out = Files.newBufferedWriter(file, UTF_8)) {
            for (int i = 0; i < lines; i++) {
                out.write(line(i, outlet));
                out.write('\n');
            }
        }
        return file;
    }

    /** Each text is its own, as far as what compares texts is concerned too. */
    private static String line(int i, String outlet) {
        Random words = new Random(31L * i + outlet.hashCode());
        StringBuilder text = new StringBuilder();
        for (int word = 0; text.length() < CHARACTERS; word++) {
            text.append("point").append(words.nextInt(100_000)).append(word % 12 == 11 ? ". " : " ");
        }
        return "{\"outlet\":\"%1$s\",\"id\":\"%2$d\",\"headline\":\"Number %2$d\",\"published\":\"2027-03-04\",\"text\":\"%3$s\"}"
                .formatted(outlet, i, text);
    }

    private static int stored(String outlet) {
        return count(
                "select count(*) from article a join outlet o on o.id = a.outlet_id where o.name = '" + outlet + "'");
    }

    private static int count(String sql) {
        return ROWS.withHandle(
                handle -> handle.createQuery(sql).mapTo(Integer.class).one());
    }
}
