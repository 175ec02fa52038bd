package org.parley.sources.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.parley.sources.Calls.admin;
import static org.parley.sources.Calls.as;
import static org.parley.sources.Calls.json;
import static org.parley.sources.Calls.members;
import static org.parley.sources.Calls.read;
import static org.parley.sources.Calls.submit;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.parley.sources.SourcesTest;

/** Work the database refuses is tried a few times, says why, and waits for an admin; other work goes on. */
@QuarkusTest
@SourcesTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class StuckJobsTest {

    @Inject
    Jdbi jdbi;

    @AfterEach
    void mend() {
        List.of("article", "article_sketch", "article_search")
                .forEach(table -> sql("drop trigger if exists refuse on " + table));
    }

    @Test
    void an_import_that_gets_no_further_fails_with_its_row_and_goes_on_when_an_admin_resumes_it() {
        refuse("article", "new.headline = 'Stuck'", "55000");
        String id = start(600, 550, "Stuck");

        JsonPath failed = awaitOver(id);

        assertThat(failed.getString("state")).isEqualTo("FAILED");
        assertThat(failed.getString("error")).contains("row 551 could not be stored");
        assertThat(failed.getInt("done")).isEqualTo(550);
        assertThat(failed.getInt("attempts")).isEqualTo(5);
        assertThat(failed.getBoolean("resumable")).isTrue();
        admin("GET", "/v1/given-up")
                .then()
                .body("items.findAll { it.kind == 'IMPORT' }.subject", hasItems(id))
                .body("items.find { it.kind == 'IMPORT' }.problem", containsString("row 551"));
        assertThat(admin("GET", "/v1/status").<Integer>path("givenUp")).isPositive();

        mend();
        admin("POST", "/v1/jobs/" + id + "/resume").then().statusCode(200).body("state", equalTo("WAITING"));
        JsonPath done = awaitOver(id);

        assertThat(done.getString("state")).isEqualTo("DONE");
        assertThat(List.of(done.getInt("done"), done.getInt("stored"))).containsExactly(600, 600);
        assertThat(done.getString("error")).isNull();
        admin("POST", "/v1/jobs/" + id + "/resume")
                .then()
                .statusCode(409)
                .body("detail", containsString("has not failed"));
    }

    @Test
    void a_row_whose_own_data_the_database_refuses_is_refused_and_the_others_are_stored() {
        refuse("article", "new.headline = 'Odd'", "22001");
        JsonPath job = awaitOver(start(40, 17, "Odd"));

        assertThat(job.getString("state")).isEqualTo("DONE");
        assertThat(List.of(job.getInt("stored"), job.getInt("refused"))).containsExactly(39, 1);
        admin("GET", "/v1/jobs/" + job.getString("id") + "/rows?refused=true")
                .then()
                .body("rows.line", equalTo(List.of(18)))
                .body("rows[0].problem", containsString("cannot keep"));
    }

    @Test
    void a_failed_import_that_is_cancelled_lets_go_of_its_file() {
        refuse("article", "new.headline = 'Given up'", "55000");
        String id = start(3, 1, "Given up");
        awaitOver(id);

        admin("POST", "/v1/jobs/" + id + "/cancel").then().statusCode(200).body("state", equalTo("CANCELLED"));

        admin("POST", "/v1/jobs/" + id + "/resume").then().statusCode(409);
        assertThat(count("select count(*) from import_chunk where job_id = '" + id + "'"))
                .isZero();
    }

    @Test
    void an_upload_that_broke_off_is_forgotten_with_its_pieces() {
        UUID id = UUID.randomUUID();
        sql("""
                insert into import_job (id, who, caller, format, dry_run, state, bytes, done, stored, new_versions,
                    unchanged, refused, created_at, claimed_until)
                values ('%s', 'w', 'c', 'JSONL', false, 'UPLOADING', 0, 0, 0, 0, 0, 0, now(), now() - interval '11 minutes')""".formatted(id));
        sql("insert into import_chunk (job_id, number, bytes) values ('" + id + "', 0, 'abc')");

        jobs.sweep();

        assertThat(count("select count(*) from import_chunk where job_id = '" + id + "'"))
                .isZero();
        admin("GET", "/v1/jobs/" + id).then().statusCode(404);
    }

    @Inject
    Jobs jobs;

    @Test
    void an_article_that_cannot_be_indexed_or_compared_keeps_no_other_from_it_and_is_seen() {
        String word = "w" + UUID.randomUUID().toString().replace("-", "");
        refuse("article_search", "new.headline like 'Unfit " + word + "%'", "55000");
        refuse(
                "article_sketch",
                "new.article_id in (select id from article where headline like 'Unfit " + word + "%')",
                "55000");
        String unfit = submit("text", "Text of one. " + word, "headline", "Unfit " + word)
                .path("article.id");
        String fit =
                submit("text", "Text of the other. " + word, "headline", "Fit").path("article.id");

        until(() -> count("select count(*) from article_search where article_id = '" + fit + "'") == 1
                && count("select count(*) from article_sketch where article_id = '" + fit + "'") == 1);
        // As after some hours.
        until(() -> {
            sql("update search_backlog set due_at = '-infinity' where due_at < 'infinity'");
            sql("update duplicate_backlog set claimed_until = '-infinity' where claimed_until < 'infinity'");
            return admin("GET", "/v1/given-up")
                            .<List<String>>path("items.findAll { it.subject == '" + unfit + "' }.kind")
                            .size()
                    == 2;
        });

        mend();
        admin("POST", "/v1/given-up/retry").then().statusCode(200);
        until(() -> read("/v1/search", "text", word)
                .<List<String>>path("items.node.id")
                .contains(unfit));
    }

    private static String start(int rows, int odd, String headline) {
        byte[] lines = IntStream.range(0, rows)
                .mapToObj(i -> json(members(
                        "text",
                        headline + " " + i + ".",
                        "outlet",
                        headline,
                        "id",
                        "s" + i,
                        "headline",
                        i == odd ? headline : "Fine")))
                .collect(Collectors.joining("\n"))
                .getBytes(UTF_8);
        return as("admin")
                .contentType("application/octet-stream")
                .queryParam("format", "JSONL")
                .body(lines)
                .post("/v1/jobs/imports")
                .path("id");
    }

    private void refuse(String table, String when, String state) {
        String name = "refuse_" + table;
        sql("create or replace function " + name + "() returns trigger language plpgsql as $$ begin if " + when
                + " then raise exception 'refused by a test' using errcode = '" + state
                + "'; end if; return new; end $$");
        sql("drop trigger if exists refuse on " + table);
        sql("create trigger refuse before insert on " + table + " for each row execute function " + name + "()");
    }

    private static JsonPath awaitOver(String id) {
        until(() -> List.of("DONE", "FAILED", "CANCELLED")
                .contains(admin("GET", "/v1/jobs/" + id).<String>path("state")));
        return admin("GET", "/v1/jobs/" + id).jsonPath();
    }

    private static void until(BooleanSupplier done) {
        long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(until);
            LockSupport.parkNanos(20_000_000);
        }
    }

    private void sql(String sql) {
        jdbi.useHandle(handle -> handle.execute(sql));
    }

    private long count(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
