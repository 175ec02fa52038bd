package org.parley.sources.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.sources.Calls.submit;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.parley.sources.SourcesTest;

/** Articles that are handed in at the same moment share transactions; nobody notices but the clock. */
@QuarkusTest
@SourcesTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class SubmitQueueTest {

    private static final int ALL = 60;

    @Inject
    Jdbi jdbi;

    @AfterEach
    void mend() {
        jdbi.useHandle(handle -> handle.execute("drop trigger if exists refuse on article"));
    }

    @Test
    void one_that_cannot_be_stored_keeps_none_of_those_beside_it_out_and_each_is_noted_once() throws Exception {
        String outlet = "Together " + UUID.randomUUID();
        jdbi.useHandle(handle -> {
            handle.execute("""
                    create or replace function refuse_one() returns trigger language plpgsql as
                    $$ begin raise exception 'refused by a test' using errcode = '55000'; end $$""");
            handle.execute("""
                    create trigger refuse before insert on article for each row
                    when (new.headline = 'Refused 7') execute function refuse_one()""");
        });

        List<Response> answers = atOnce(outlet);

        for (int i = 0; i < ALL; i++) {
            assertThat(answers.get(i).statusCode()).as("article " + i).isEqualTo(i == 7 ? 500 : 201);
        }
        assertThat(count("""
                select count(*) from article a join outlet o on o.id = a.outlet_id where o.name = ?""", outlet)).isEqualTo(ALL - 1);
        assertThat(count("""
                select count(*) from audit n join article a on a.id::text = n.subject_id
                join outlet o on o.id = a.outlet_id where n.action = 'article.submit' and o.name = ?""", outlet)).isEqualTo(ALL - 1);
    }

    @Test
    void the_same_article_from_many_at_once_is_stored_by_one_of_them() throws Exception {
        String outlet = "Same " + UUID.randomUUID();

        List<Response> answers = atOnce(i -> submit("outlet", outlet, "id", "same", "text", "The same text."));

        assertThat(answers.stream().filter(answer -> answer.statusCode() == 201))
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.path("fate").equals("UNCHANGED")))
                .hasSize(ALL - 1);
    }

    private static List<Response> atOnce(String outlet) throws Exception {
        return atOnce(i -> submit(
                "outlet",
                outlet,
                "id",
                "a" + i,
                "headline",
                (i == 7 ? "Refused " : "Taken ") + i,
                "text",
                "Text " + i + " of " + outlet));
    }

    private interface Submission {
        Response of(int i);
    }

    private static List<Response> atOnce(Submission submission) throws Exception {
        var threads = Executors.newFixedThreadPool(12);
        List<Callable<Response>> calls = new ArrayList<>();
        for (int i = 0; i < ALL; i++) {
            int number = i;
            calls.add(() -> submission.of(number));
        }
        List<Response> answers = new ArrayList<>();
        for (Future<Response> answer : threads.invokeAll(calls)) {
            answers.add(answer.get());
        }
        threads.shutdown();
        return answers;
    }

    private int count(String sql, String outlet) {
        return jdbi.withHandle(handle ->
                handle.createQuery(sql).bind(0, outlet).mapTo(Integer.class).one());
    }
}
