package org.parley.events.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.events.sources.Newsroom.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.parley.events.ScriptedEventsTest;
import org.parley.events.sources.FeedEvent;
import org.parley.events.sources.FeedPage;
import org.parley.events.sources.ScriptedFeed;
import org.parley.kit.runtime.ReplicaLock;

@ScriptedEventsTest
class FollowerTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    FollowedChanges changes;

    @Inject
    FeedPosition position;

    @Inject
    ReplicaLock lock;

    @Inject
    Jdbi jdbi;

    @Test
    void a_change_becomes_a_copy_a_work_item_and_a_change_of_this_services_own_feed() throws Exception {
        UUID article = UuidCreator.getTimeOrderedEpoch();
        ScriptedFeed.tell(stored(article, 1));

        await(() -> work(article) == 1);

        assertThat(one("select headline from article where id = ?", article)).isEqualTo("Talks go on");
        assertThat(republished(article)).isEqualTo(1);
    }

    @Test
    void a_feed_that_has_lost_its_history_is_followed_from_the_beginning_and_nothing_is_doubled() throws Exception {
        UUID before = UuidCreator.getTimeOrderedEpoch();
        ScriptedFeed.tell(stored(before, 1));
        await(() -> work(before) == 1);

        ScriptedFeed.loseHistory();
        UUID after = UuidCreator.getTimeOrderedEpoch();
        ScriptedFeed.tell(stored(after, 1));
        await(() -> work(after) == 1);

        assertThat(work(before)).isEqualTo(1);
        assertThat(republished(before)).isEqualTo(1);
        assertThat(republished(after)).isEqualTo(1);
    }

    @Test
    void a_page_read_from_a_cursor_that_has_moved_since_is_dropped() throws Exception {
        UUID article = UuidCreator.getTimeOrderedEpoch();
        String there = position.cursor();
        JsonNode told = stored(article, 1);
        FeedEvent event = new FeedEvent(
                UUID.randomUUID(), told.get("type").asText(), article.toString(), Instant.now(), told.get("data"));

        changes.apply("not-" + there, new FeedPage(List.of(event), "elsewhere", false));

        assertThat(work(article)).isZero();
        assertThat(position.cursor()).isNotEqualTo("elsewhere");
    }

    @Test
    void only_one_replica_follows_at_a_time() throws Exception {
        // The running follower holds the lock; a second one is told so, and holds nothing.
        assertThat(lock.tryTake(Follower.WORK)).isNull();
    }

    @Test
    void an_older_version_told_again_does_not_set_the_copy_back() throws Exception {
        UUID article = UuidCreator.getTimeOrderedEpoch();
        ScriptedFeed.tell(stored(article, 2));
        await(() -> work(article) == 1);

        ScriptedFeed.tell(stored(article, 1));
        await(() -> work(article) == 2);

        assertThat(one("select current_version from article where id = ?", article))
                .isEqualTo("2");
    }

    private long work(UUID article) {
        return Long.parseLong(one("select count(*) from work_item where article_id = ?", article));
    }

    private String one(String sql, UUID article) {
        return jdbi.withHandle(handle ->
                handle.createQuery(sql).bind(0, article).mapTo(String.class).one());
    }

    private static long republished(UUID article) {
        List<String> subjects = new ArrayList<>();
        String cursor = "";
        boolean more = true;
        while (more) {
            JsonPath page = events("feed")
                    .queryParam("after", cursor)
                    .get("/v1/changes")
                    .jsonPath();
            subjects.addAll(page.getList("events.subject"));
            cursor = page.getString("next");
            more = page.getBoolean("more");
        }
        return subjects.stream().filter(article.toString()::equals).count();
    }

    private static JsonNode stored(UUID article, int version) throws Exception {
        return JSON.readTree("""
                {"specversion":"1.0","id":"%s","source":"/sources","type":"org.parley.article.stored.v1","subject":"%s",
                 "time":"2027-03-04T10:00:00Z","datacontenttype":"application/json","data":{"reason":"INTAKE","after":{
                    "id":"%s","version":%d,"headline":"Talks go on","language":"en","sha256":"00","state":"ACTIVE",
                    "retrievedAt":"2027-03-0%dT10:00:00Z","knownAt":"2027-03-04T10:00:00Z","flags":[],
                    "outlet":{"id":"01999999-0000-7000-8000-000000000002","name":"Scripted Post","kind":"UNKNOWN"}}}}""".formatted(UUID.randomUUID(), article, article, version, version));
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        Instant until = Instant.now().plus(Duration.ofSeconds(20));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("waited long enough").isBefore(until);
            Thread.sleep(20);
        }
    }
}
