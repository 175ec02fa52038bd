package org.parley.sources.recheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.parley.sources.Calls.admin;
import static org.parley.sources.Calls.read;
import static org.parley.sources.Calls.submit;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.parley.sources.LocalHosts;
import org.parley.sources.SourcesTest;
import org.parley.testkit.LocalServer;

@QuarkusTest
@SourcesTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class RecheckTest {

    @Inject
    Rechecks rechecks;

    @Inject
    Jdbi jdbi;

    @Test
    void a_page_that_changed_is_a_version_one_that_is_gone_marks_the_article_and_it_stands_again_when_found()
            throws Exception {
        try (LocalServer server = LocalHosts.server(5)) {
            server.on("/kept", 200, page("kept as it was"), "Content-Type", "text/html");
            server.on("/edited", 200, page("twelve points"), "Content-Type", "text/html");
            server.on("/deleted", 200, page("soon to be deleted"), "Content-Type", "text/html");
            String kept = submit("url", server.url("/kept")).path("article.id");
            String edited = submit("url", server.url("/edited")).path("article.id");
            String deleted = submit("url", server.url("/deleted")).path("article.id");
            String text = submit("url", server.url("/never-fetched"), "text", "Handed in as text.")
                    .path("article.id");

            rechecks.plan();
            lookAll();
            assertThat(steps(kept)).containsExactly(0);
            assertThat(steps(text)).isEmpty();

            server.on("/edited", 200, page("eleven points"), "Content-Type", "text/html");
            server.on("/deleted", 404, "");
            later();
            lookAll();

            read("/v1/articles/by-ids", "ids", List.of(kept, edited, deleted))
                    .then()
                    .body("items.version", equalTo(List.of(1, 2, 1)))
                    .body("items.state", equalTo(List.of("ACTIVE", "ACTIVE", "DELETED_AT_SOURCE")))
                    .body("items[2].stateReason", containsString("404"));
            assertThat(steps(deleted)).containsExactly(1);
            assertThat(events(deleted)).contains("org.parley.article.changed.v1 RECHECK");

            server.on("/deleted", 200, page("back again"), "Content-Type", "text/html");
            later();
            lookAll();
            rechecks.plan();
            later();
            lookAll();
            read("/v1/articles/by-ids", "ids", List.of(deleted)).then().body("items[0].state", equalTo("ACTIVE"));
            assertThat(server.requests().stream()
                            .filter(request -> request.path().equals("/kept"))
                            .count())
                    .isEqualTo(3);
            admin("GET", "/v1/articles/" + edited + "/diff?from=1&to=2").then().statusCode(200);
        }
    }

    private static String page(String words) {
        return "<html><body><article>"
                + ("<p>The envoys of Lusande met in Brenholt on Thursday, officials said: " + words + ".</p>").repeat(5)
                + "</article></body></html>";
    }

    /** What other tests fetched is looked at too; where nobody answers, that is for later. */
    private void lookAll() {
        int looked;
        do {
            looked = rechecks.some(10);
        } while (looked > 0);
    }

    private void later() {
        jdbi.useHandle(handle ->
                handle.execute("update recheck set due_at = now() - interval '1 second' where due_at < 'infinity'"));
    }

    private List<Integer> steps(String article) {
        return jdbi.withHandle(handle -> handle.createQuery("select step from recheck where article_id = :id")
                .bind("id", UUID.fromString(article))
                .mapTo(Integer.class)
                .list());
    }

    private List<String> events(String id) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select type || ' ' || (data->>'reason') from outbox where subject = :id")
                        .bind("id", id)
                        .mapTo(String.class)
                        .list());
    }
}
