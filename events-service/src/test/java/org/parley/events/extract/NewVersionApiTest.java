package org.parley.events.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.parley.events.sources.Newsroom.events;

import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.events.EventsTest;
import org.parley.events.sources.Newsroom;
import org.parley.events.sources.Newsroom.Printed;

/** Versions all the way from sources-service. */
@EventsTest
class NewVersionApiTest {

    private static final String TEXT = """
            The talks in Brenholt went into a third day.

            "We will sign the paper on Monday," said Ada Lovelin, the foreign minister of Velmara.

            "Nothing has been agreed," said Boris Tamm, who leads the other side.
            """;

    @Test
    void a_paragraph_on_top_moves_every_receipt_and_no_id() {
        String url = Newsroom.address();
        Printed first = Newsroom.print(url, TEXT);
        Newsroom.awaitRead(first);
        List<String> ids = statements(first.id()).getList("items.node.id");
        String now = "Updated with a comment from the other side.\n\n" + TEXT;

        Printed second = Newsroom.print(url, now);
        Newsroom.awaitRead(second);

        assertThat(second.version()).isEqualTo(2);
        assertThat(ids).hasSize(2);
        assertThat(statements(first.id()).getList("items.node.id")).isEqualTo(ids);
        assertThat(statements(first.id()).getList("items.node.receipts.flatten().placement"))
                .containsOnly("PLACED");
    }

    @Test
    void an_older_version_that_arrives_late_changes_nothing_of_the_present() throws Exception {
        String url = Newsroom.address();
        Printed newest = Newsroom.print(url, TEXT, Instant.parse("2027-03-04T12:00:00Z"));
        Newsroom.awaitRead(newest);
        List<String> ids = statements(newest.id()).getList("items.node.id");

        Newsroom.print(url, TEXT.replace("third", "second"), Instant.parse("2027-03-03T12:00:00Z"));
        Newsroom.awaitRead(new Printed(newest.id(), 2, "NEW_VERSION"));

        JsonPath present = statements(newest.id());
        assertThat(present.getList("items.node.id")).isEqualTo(ids);
        assertThat(present.getList("items.node.articleVersion")).containsOnly(1);
    }

    @Test
    void a_text_in_another_language_is_kept_flagged_and_not_read() {
        Printed printed = Newsroom.print(Newsroom.address(), """
                Der Außenminister sagte am Donnerstag, die Gespräche würden am Montag fortgesetzt. „Wir werden den Plan
                nicht unterschreiben“, sagte er nach dem Treffen mit den Vermittlern in der Hauptstadt, die seit drei Tagen
                über den Entwurf beraten. Die Regierung habe noch nicht entschieden, ob sie ihm zustimmt.
                """);
        Newsroom.awaitRead(printed);

        events("read")
                .get("/v1/status/articles/%s/1".formatted(printed.id()))
                .then()
                .body("language", equalTo("de"))
                .body("extracted", equalTo(false))
                .body("statements", equalTo(0));
    }

    private static JsonPath statements(UUID article) {
        return events("read")
                .body(Map.of("filter", Map.of("article", List.of(article))))
                .post("/v1/statements/query")
                .jsonPath();
    }
}
