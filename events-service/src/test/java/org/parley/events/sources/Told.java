package org.parley.events.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.events.sources.Newsroom.events;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What events-service's change feed has told so far. */
public final class Told {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Told() {}

    /** All of it, in its order. */
    public static List<Map<String, Object>> all() {
        awaitAllTold();
        List<Map<String, Object>> all = new ArrayList<>();
        String cursor = "";
        boolean more = true;
        while (more) {
            JsonPath page = events("feed")
                    .queryParam("after", cursor)
                    .get("/v1/changes")
                    .jsonPath();
            all.addAll(page.getList("events"));
            cursor = page.getString("next");
            more = page.getBoolean("more");
        }
        return all;
    }

    /** Another transaction, of this database or one beside it, may hold back for a while what is told. */
    private static void awaitAllTold() {
        Instant until = Instant.now().plus(PATIENCE);
        while (events("read").get("/v1/status").jsonPath().getDouble("feedLagSeconds") > 0) {
            assertThat(Instant.now()).as("told at last").isBefore(until);
        }
    }

    /** What it has told of a row. */
    public static List<Map<String, Object>> of(String subject) {
        return all().stream()
                .filter(event -> event.get("subject").equals(subject))
                .toList();
    }

    /** Types of what it has told of a row. */
    public static List<String> types(String subject) {
        return of(subject).stream().map(event -> (String) event.get("type")).toList();
    }

    /** The data of what it has told of a row. */
    @SuppressWarnings("unchecked")
    public static List<Map<String, Object>> data(String subject) {
        return of(subject).stream()
                .map(event -> (Map<String, Object>) event.get("data"))
                .toList();
    }
}
