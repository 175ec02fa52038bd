package org.parley.events.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.events.sources.Newsroom.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.uuid.UuidCreator;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.parley.events.ScriptedEventsTest;
import org.parley.events.sources.FeedEvent;
import org.parley.events.sources.FeedPage;
import org.parley.events.sources.ScriptedFeed;
import org.parley.events.sources.Told;
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

    @Test
    void a_change_told_again_by_whatever_way_is_taken_once() throws Exception {
        UUID article = UuidCreator.getTimeOrderedEpoch();
        ScriptedFeed.tell(stored(article, 1));
        JsonNode changed = ((ObjectNode) stored(article, 1)).put("type", "org.parley.article.changed.v1");
        ScriptedFeed.tell(changed);
        await(() -> republished(article) == 2);

        changes.apply(List.of(changes.event(changed.toString()), changes.event(changed.toString())));

        assertThat(republished(article)).isEqualTo(2);
    }

    @Test
    void a_change_that_cannot_be_taken_is_passed_by_told_of_in_the_status_and_taken_once_it_can_be() throws Exception {
        UUID odd = UuidCreator.getTimeOrderedEpoch();
        UUID bare = UuidCreator.getTimeOrderedEpoch();
        UUID good = UuidCreator.getTimeOrderedEpoch();
        JsonNode ofUnknownForm = stored(odd, 1);
        ((ObjectNode) ofUnknownForm.at("/data/after")).put("version", "seven");
        JsonNode notTakenByTheTable = stored(bare, 1);
        ((ObjectNode) notTakenByTheTable.at("/data/after")).remove("sha256");
        ScriptedFeed.tell(ofUnknownForm);
        ScriptedFeed.tell(stored(good, 1));
        ScriptedFeed.tell(notTakenByTheTable);
        ScriptedFeed.tell(stored(good, 2));
        await(() -> work(good) == 2);

        JsonPath following = events("read").get("/v1/status").jsonPath().setRootPath("following");
        assertThat(following.getString("by")).isEqualTo("FEED");
        assertThat(following.getInt("refused")).isEqualTo(2);
        assertThat(following.getList("lastRefused.id"))
                .containsExactly(
                        notTakenByTheTable.get("id").asText(),
                        ofUnknownForm.get("id").asText());
        assertThat(following.getString("lastRefused[0].why")).contains("SQL state 23502");
        assertThat(following.getString("lastRefused[1].why"))
                .contains("a row in a form that is not known here", "seven");

        // As if another version of the service knew the form.
        jdbi.useHandle(handle -> handle.execute("""
                update followed_change set told = replace(told, '"seven"', '1') where refused is not null"""));
        changes.retryRefused();
        assertThat(work(odd)).isEqualTo(1);
        assertThat(republished(odd)).isEqualTo(1);
        assertThat(events("read").get("/v1/status").jsonPath().getInt("following.refused"))
                .isEqualTo(1);
    }

    private long work(UUID article) {
        return Long.parseLong(one("select count(*) from work_item where article_id = ?", article));
    }

    private String one(String sql, UUID article) {
        return jdbi.withHandle(handle ->
                handle.createQuery(sql).bind(0, article).mapTo(String.class).one());
    }

    private static long republished(UUID article) {
        return Told.of(article.toString()).size();
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
