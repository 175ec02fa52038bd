package org.parley.kit.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.parley.kit.ServiceTest;
import org.parley.testkit.TestTokens;

@QuarkusTest
@ServiceTest
@Timeout(60)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ChangeStreamTest {

    private static final String TYPE = "org.parley.statement.added.v1";

    @TestHTTPResource("/v1/changes")
    URI address;

    @Inject
    Changes changes;

    @Inject
    ChangeFeed feed;

    @Test
    void what_is_there_comes_at_once_and_what_is_new_as_it_happens_in_order() throws Exception {
        String start = feed.head();
        List<String> subjects = tell(700);
        try (Stream<String> lines = open("?after=" + start, null)) {
            Iterator<String> line = lines.iterator();
            assertThat(next(line, 700)).extracting(Event::subject).isEqualTo(subjects);
            List<String> later = tell(20);
            assertThat(next(line, 20)).extracting(Event::subject).isEqualTo(later);
        }
    }

    @Test
    void the_id_of_an_event_is_the_cursor_to_come_back_with() throws Exception {
        String start = feed.head();
        List<String> subjects = tell(3);
        String seen;
        try (Stream<String> lines = open("?after=" + start, null)) {
            seen = next(lines.iterator(), 2).get(1).id();
        }
        try (Stream<String> lines = open("?after=" + start, seen)) {
            assertThat(next(lines.iterator(), 1)).extracting(Event::subject).containsExactly(subjects.get(2));
        }
        assertThat(feed.read(seen, 5).events()).extracting(CloudEvent::subject).startsWith(subjects.get(2));
    }

    @Test
    void filters_hold_and_heartbeats_move_the_place_past_what_is_left_out() throws Exception {
        String start = feed.head();
        tell(2);
        try (Stream<String> lines = open("?types=org.parley.feed.*&after=" + start, null)) {
            Iterator<String> line = lines.iterator();
            String beat = "";
            while (!beat.equals("id: " + feed.head())) {
                beat = line.next();
                assertThat(beat).doesNotStartWith("data:");
            }
        }
    }

    @Test
    void a_cursor_that_is_none_a_wrong_filter_and_a_missing_scope_are_refused_before_the_stream_begins()
            throws Exception {
        assertThat(status("?after=nonsense", null, "feed")).isEqualTo(400);
        assertThat(status("?types=org.parley.nothing", null, "feed")).isEqualTo(400);
        assertThat(status("", "nonsense", "feed")).isEqualTo(400);
        assertThat(status("", null, "read")).isEqualTo(403);
    }

    private record Event(String id, String subject) {}

    private List<String> tell(int count) {
        List<String> subjects = IntStream.range(0, count)
                .mapToObj(each -> UUID.randomUUID().toString())
                .toList();
        subjects.forEach(subject -> QuarkusTransaction.requiringNew()
                .run(() -> changes.record(TYPE, subject, new ChangeData(null, subject, "TEST"))));
        return subjects;
    }

    private static List<Event> next(Iterator<String> lines, int count) {
        List<Event> events = new ArrayList<>();
        String id = null;
        while (events.size() < count) {
            String line = lines.next();
            if (line.startsWith("id: ")) {
                id = line.substring(4);
            } else if (line.startsWith("data: ")) {
                events.add(new Event(id, line.replaceAll(".*\"subject\":\"([^\"]+)\".*", "$1")));
            }
        }
        return events;
    }

    private Stream<String> open(String query, String lastEventId) throws Exception {
        var answer = send(query, lastEventId, "feed", HttpResponse.BodyHandlers.ofLines());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        return answer.body();
    }

    private int status(String query, String lastEventId, String scope) throws Exception {
        return send(query, lastEventId, scope, HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private <T> HttpResponse<T> send(
            String query, String lastEventId, String scope, HttpResponse.BodyHandler<T> handler) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address + query))
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "text/event-stream")
                .header("Authorization", TestTokens.bearer("sources", scope));
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request.build(), handler);
    }
}
