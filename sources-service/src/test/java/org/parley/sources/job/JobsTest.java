package org.parley.sources.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.parley.sources.Calls.admin;
import static org.parley.sources.Calls.as;
import static org.parley.sources.Calls.json;
import static org.parley.sources.Calls.members;
import static org.parley.sources.Calls.read;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.parley.sources.SourcesTest;

@QuarkusTest
@SourcesTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class JobsTest {

    @Inject
    Jdbi jdbi;

    @Test
    void a_file_of_lines_is_imported_by_itself_and_each_line_has_its_fate() {
        byte[] lines = (json(members("text", "Job line one.", "outlet", "Jobs", "id", "j1")) + "\n\n{broken\n"
                        + json(members("text", "Job line four.", "outlet", "Jobs", "id", "j4")))
                .getBytes(UTF_8);
        Response started = start(lines, "lines.jsonl", null, "key-" + UUID.randomUUID());
        started.then().statusCode(202).header("Location", containsString("/v1/jobs/"));

        JsonPath job = await(started.path("id"));

        assertThat(job.getString("state")).isEqualTo("DONE");
        assertThat(List.of(job.getInt("done"), job.getInt("stored"), job.getInt("refused")))
                .containsExactly(3, 2, 1);
        JsonPath rows =
                admin("GET", "/v1/jobs/" + job.getString("id") + "/rows").jsonPath();
        assertThat(rows.getList("rows.line")).containsExactly(1, 3, 4);
        assertThat(rows.getList("rows.fate")).containsExactly("STORED", "REFUSED", "STORED");
        assertThat(rows.getString("rows[1].problem")).contains("not JSON");
        admin("GET", "/v1/jobs/" + job.getString("id") + "/rows?refused=true&after=0&limit=1")
                .then()
                .body("rows[0].line", equalTo(3))
                .body("more", equalTo(false));
        read("/v1/articles/by-ids", "ids", List.of(rows.getString("rows[0].articleId")), "text", true)
                .then()
                .body("items[0].text", equalTo("Job line one."));
    }

    @Test
    void the_same_key_gives_the_same_job_and_stores_once() {
        String key = "key-" + UUID.randomUUID();
        byte[] lines = json(members("text", "Only once.", "outlet", "Once", "id", "o1"))
                .getBytes(UTF_8);
        String first = start(lines, "a.jsonl", null, key).path("id");
        await(first);
        start(lines, "a.jsonl", null, key)
                .then()
                .statusCode(202)
                .body("id", equalTo(first))
                .body("stored", equalTo(1));
        start(lines, "a.jsonl", null, "x".repeat(201)).then().statusCode(400);
        start(lines, "a.doc", null, null).then().statusCode(400).body("errors[0].field", equalTo("format"));
        admin("POST", "/v1/jobs/query", "first", 1).then().statusCode(200).body("items.size()", equalTo(1));
        admin("GET", "/v1/jobs/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void tables_are_read_by_their_header_and_a_dry_run_stores_nothing() {
        String csv = """
                id,outlet,headline,published,text\r
                c1,Tables,"Talks, again",2027-03-04,"Line one.

                Line ""two""."\r
                c2,Tables,,not a date,Text.\r
                c3,Tables,,,\r
                """;
        JsonPath dry = await(as("admin")
                .contentType("text/csv")
                .queryParam("format", "csv")
                .queryParam("dryRun", true)
                .body(csv.getBytes(UTF_8))
                .post("/v1/jobs/imports")
                .path("id"));
        assertThat(fates(dry)).containsExactly("VALID", "REFUSED", "REFUSED");
        assertThat(dry.getInt("stored")).isZero();
        assertThat(count("select count(*) from outlet where name = 'Tables'")).isZero();

        JsonPath real = await(start(csv.getBytes(UTF_8), "t.csv", null, null).path("id"));
        assertThat(fates(real)).containsExactly("STORED", "REFUSED", "REFUSED");
        String id = admin("GET", "/v1/jobs/" + real.getString("id") + "/rows").path("rows[0].articleId");
        read("/v1/articles/by-ids", "ids", List.of(id), "text", true)
                .then()
                .body("items[0].headline", equalTo("Talks, again"))
                .body("items[0].text", equalTo("Line one.\n\nLine \"two\"."));
    }

    @Test
    void files_of_the_same_bytes_are_articles_of_their_own_from_one_document() throws Exception {
        byte[] text = ("The same text, " + UUID.randomUUID()).getBytes(UTF_8);
        byte[] other = ("Another text, " + UUID.randomUUID()).getBytes(UTF_8);

        JsonPath job = await(start(zip("one.txt", text, "other.txt", other, "two.txt", text), "same.zip", null, null)
                .path("id"));

        assertThat(fates(job)).containsExactly("STORED", "STORED", "STORED");
        List<String> kept = jdbi.withHandle(handle -> handle.createQuery("""
                        select convert_from(d.bytes, 'UTF8') from import_row r join article_version v using (article_id)
                        join raw_document d on d.sha256 = v.raw_sha256 and d.sha256 = sha256(d.bytes)
                        where r.job_id = cast(? as uuid) order by r.line""")
                .bind(0, job.getString("id"))
                .mapTo(String.class)
                .list());
        assertThat(kept).containsExactly(new String(text, UTF_8), new String(other, UTF_8), new String(text, UTF_8));
    }

    @Test
    void a_zip_of_files_is_unpacked_within_limits() throws Exception {
        byte[] zip = zip(
                "folder/a.txt", "A text of the archive.".getBytes(UTF_8),
                "b.json", json(members("text", "A JSON of the archive.")).getBytes(UTF_8),
                "c.html",
                        ("<html><body><article>"
                                        + "<p>The envoys of Lusande met in Brenholt on Thursday, officials said.</p>"
                                                .repeat(6)
                                        + "</article></body></html>")
                                .getBytes(UTF_8),
                "../escape.txt", "Out of here.".getBytes(UTF_8),
                "/etc/passwd.txt", "Absolutely.".getBytes(UTF_8),
                "inner.zip", new byte[] {1});
        JsonPath job = await(start(zip, "files.zip", null, null).path("id"));
        assertThat(fates(job)).containsExactly("STORED", "STORED", "STORED", "REFUSED", "REFUSED", "REFUSED");
        assertThat(admin("GET", "/v1/jobs/" + job.getString("id") + "/rows").<List<String>>path("rows.name"))
                .startsWith("folder/a.txt", "b.json", "c.html")
                .noneMatch(name -> name.contains(".."));

        JsonPath bomb = await(start(zip("bomb.txt", new byte[30_000_000]), "bomb.zip", null, null)
                .path("id"));
        assertThat(bomb.getString("state")).isEqualTo("FAILED");
        assertThat(bomb.getString("error")).contains("100 times");
        JsonPath none =
                await(start("no zip".getBytes(UTF_8), "none.zip", null, null).path("id"));
        assertThat(none.getString("state")).isEqualTo("FAILED");
        assertThat(count("select count(*) from import_chunk")).isZero();
    }

    @Test
    void a_job_whose_worker_was_killed_goes_on_behind_what_it_counted() {
        int all = 1_200;
        byte[] lines = IntStream.range(0, all)
                .mapToObj(i -> json(members("text", "Resumed " + i + ".", "outlet", "Resumed", "id", "r" + i)))
                .collect(Collectors.joining("\n"))
                .getBytes(UTF_8);
        // As kill -9 leaves it: the first batch counted and stored, the job still claimed by who is gone.
        UUID id = UUID.randomUUID();
        jdbi.useHandle(handle -> {
            handle.execute(
                    "insert into import_job (id, who, caller, format, dry_run, state, bytes, done, stored, new_versions,"
                            + " unchanged, refused, created_at, claimed_until) values (?, 'w', 'c', 'JSONL', false, 'RUNNING', ?, 500, 500, 0, 0, 0, ?, ?)",
                    id,
                    lines.length,
                    Instant.now(),
                    Instant.now().minusSeconds(1));
            handle.execute("insert into import_chunk (job_id, number, bytes) values (?, 0, ?)", id, lines);
        });

        JsonPath job = await(id.toString());

        assertThat(List.of(job.getInt("done"), job.getInt("stored"))).containsExactly(all, all);
        assertThat(count("select count(*) from article a join outlet o on o.id = a.outlet_id where o.name = 'Resumed'"))
                .isEqualTo(all - 500);
        assertThat(count("select min(line) from import_row where job_id = '" + id + "'"))
                .isEqualTo(501);
    }

    @Test
    void a_cancelled_job_stops_and_keeps_what_it_stored() {
        byte[] lines = IntStream.range(0, 20_000)
                .mapToObj(i -> json(members("text", "Cancelled " + i + ".", "outlet", "Cancelled", "id", "x" + i)))
                .collect(Collectors.joining("\n"))
                .getBytes(UTF_8);
        String id = start(lines, "many.jsonl", null, null).path("id");
        until(() -> admin("GET", "/v1/jobs/" + id).<Integer>path("done") > 0);

        admin("POST", "/v1/jobs/" + id + "/cancel")
                .then()
                .statusCode(200)
                .body("state", equalTo("CANCELLED"))
                .body("done", greaterThan(0));
        LockSupport.parkNanos(1_000_000_000);

        JsonPath job = admin("GET", "/v1/jobs/" + id).jsonPath();
        assertThat(job.getInt("done")).isLessThan(20_000);
        assertThat(
                        count(
                                "select count(*) from article a join outlet o on o.id = a.outlet_id where o.name = 'Cancelled'"))
                .isEqualTo(job.getInt("stored"));
        admin("POST", "/v1/jobs/" + id + "/cancel").then().body("state", equalTo("CANCELLED"));
    }

    @Test
    void the_pages_of_a_web_archive_are_articles_and_the_rest_is_passed_over() throws Exception {
        String page = "<html><head><title>Talks</title></head><body><article><h1>Talks</h1>"
                + "<p>The envoys of Lusande met in Brenholt on Thursday, officials said.</p>".repeat(6)
                + "</article></body></html>";
        byte[] archive = warc(
                record("request", "https://crawled.example.org/a", "GET /a HTTP/1.1\r\nHost: x\r\n\r\n"),
                record("response", "https://crawled.example.org/a", answer("200 OK", "text/html; charset=utf-8", page)),
                record("response", "https://crawled.example.org/a.png", answer("200 OK", "image/png", "PNG")),
                record("response", "https://crawled.example.org/moved", answer("301 Moved", "text/html", page)),
                record("response", "https://crawled.example.org/empty", answer("200 OK", "text/html", "<p></p>")));
        JsonPath job = await(start(archive, "crawl.warc.gz", null, null).path("id"));

        assertThat(job.getString("state")).isEqualTo("DONE");
        assertThat(fates(job)).containsExactly("STORED", "REFUSED");
        String id = admin("GET", "/v1/jobs/" + job.getString("id") + "/rows").path("rows[0].articleId");
        read("/v1/articles/by-ids", "ids", List.of(id), "text", true)
                .then()
                .body("items[0].url", equalTo("https://crawled.example.org/a"))
                .body("items[0].headline", equalTo("Talks"))
                .body("items[0].retrievedAt", equalTo("2027-03-04T09:00:00Z"))
                .body("items[0].text", containsString("The envoys of Lusande"));

        byte[] half = java.util.Arrays.copyOf(archive, archive.length / 2);
        assertThat(await(start(half, "half.warc.gz", null, null).path("id")).getString("state"))
                .isEqualTo("FAILED");
        assertThat(await(start("no archive".getBytes(UTF_8), "no.warc", null, null)
                                .path("id"))
                        .getString("state"))
                .isEqualTo("FAILED");
    }

    private static String answer(String status, String type, String body) {
        return "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\nContent-Length: " + body.getBytes(UTF_8).length
                + "\r\n\r\n" + body;
    }

    private static String record(String type, String target, String block) {
        return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + target
                + "\r\nWARC-Date: 2027-03-04T09:00:00Z\r\nWARC-Record-ID: <urn:uuid:" + UUID.randomUUID()
                + ">\r\nContent-Type: application/http; msgtype=" + type + "\r\nContent-Length: "
                + block.getBytes(UTF_8).length + "\r\n\r\n" + block + "\r\n\r\n";
    }

    /** Each record packed by itself, as crawlers do. */
    private static byte[] warc(String... records) throws IOException {
        var out = new ByteArrayOutputStream();
        for (String record : records) {
            try (var gzip = new java.util.zip.GZIPOutputStream(new java.io.FilterOutputStream(out) {
                @Override
                public void close() {
                    // The next record follows.
                }
            })) {
                gzip.write(record.getBytes(UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static Response start(byte[] file, String name, String format, String key) {
        var call = as("admin").contentType("application/octet-stream").queryParam("file", name);
        if (format != null) {
            call = call.queryParam("format", format);
        }
        if (key != null) {
            call = call.header("Idempotency-Key", key);
        }
        return call.body(file).post("/v1/jobs/imports");
    }

    private static JsonPath await(String id) {
        until(() -> List.of("DONE", "FAILED", "CANCELLED")
                .contains(admin("GET", "/v1/jobs/" + id).<String>path("state")));
        return admin("GET", "/v1/jobs/" + id).jsonPath();
    }

    private static void until(java.util.function.BooleanSupplier done) {
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(until);
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static List<String> fates(JsonPath job) {
        return admin("GET", "/v1/jobs/" + job.getString("id") + "/rows").path("rows.fate");
    }

    private long count(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private static byte[] zip(Object... entries) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (int i = 0; i < entries.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) entries[i]));
                zip.write((byte[]) entries[i + 1]);
            }
        }
        return out.toByteArray();
    }
}
