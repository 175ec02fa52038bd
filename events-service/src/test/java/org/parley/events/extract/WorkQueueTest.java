package org.parley.events.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.parley.events.sources.Newsroom.events;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.events.ScriptedEventsTest;

@ScriptedEventsTest
class WorkQueueTest {

    @Inject
    WorkQueue queue;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void forget_earlier_work() {
        Articles.noWork(jdbi);
    }

    @Test
    void one_version_is_claimed_by_one_worker() {
        UUID article = Articles.add(jdbi);

        assertThat(queue.claim("a")).contains(new WorkItem(article, 1, "a", 1));
        assertThat(queue.claim("b")).isEmpty();
    }

    @Test
    void eight_workers_claim_a_hundred_versions_once_each() throws Exception {
        IntStream.range(0, 100).forEach(i -> Articles.add(jdbi));
        Set<UUID> claimed = ConcurrentHashMap.newKeySet();
        ExecutorService workers = Executors.newFixedThreadPool(8);
        Callable<Integer> work = () -> {
            int count = 0;
            for (var item = queue.claim("w" + Thread.currentThread().getId());
                    item.isPresent();
                    item = queue.claim("w" + Thread.currentThread().getId())) {
                assertThat(claimed.add(item.get().articleId())).isTrue();
                count++;
            }
            return count;
        };
        int all = 0;
        for (var each : workers.invokeAll(List.of(work, work, work, work, work, work, work, work))) {
            all += each.get();
        }
        workers.shutdown();

        assertThat(all).isEqualTo(100);
    }

    @Test
    void a_lease_that_has_run_out_goes_to_another_worker_and_the_first_one_can_store_nothing() {
        Articles.add(jdbi);
        WorkItem first = queue.claim("dies").orElseThrow();
        jdbi.useHandle(handle -> handle.execute(
                "update work_item set leased_until = now() - interval '1 second' where article_id = ?",
                first.articleId()));

        WorkItem second = queue.claim("lives").orElseThrow();

        assertThat(second.articleId()).isEqualTo(first.articleId());
        assertThat(second.attempt()).isEqualTo(2);
        assertThat(jdbi.<Boolean, RuntimeException>withHandle(
                        handle -> !WorkQueue.hold(handle, List.of(first)).isEmpty()))
                .isFalse();
        assertThat(jdbi.<Boolean, RuntimeException>withHandle(
                        handle -> !WorkQueue.hold(handle, List.of(second)).isEmpty()))
                .isTrue();
    }

    @Test
    void a_later_version_waits_until_the_earlier_one_is_read() {
        UUID article = Articles.add(jdbi);
        Articles.addVersion(jdbi, article, 2, Instant.parse("2027-03-05T12:00:00Z"));

        WorkItem first = queue.claim("a").orElseThrow();

        assertThat(first.version()).isEqualTo(1);
        assertThat(queue.claim("b")).isEmpty();
        jdbi.useHandle(handle -> WorkQueue.done(handle, List.of(first), "test/1"));
        assertThat(queue.claim("b").orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void a_failure_waits_before_the_next_try_and_the_last_one_is_final_and_shown() {
        UUID article = Articles.add(jdbi);
        for (int attempt = 1; attempt <= 5; attempt++) {
            jdbi.useHandle(
                    handle -> handle.execute("update work_item set not_before = now() where article_id = ?", article));
            WorkItem item = queue.claim("a").orElseThrow();
            assertThat(item.attempt()).isEqualTo(attempt);
            queue.failed(item, "no luck " + attempt);
            assertThat(queue.claim("a")).isEmpty();
        }

        events("read")
                .get("/v1/status/articles/%s/1".formatted(article))
                .then()
                .body("state", equalTo("FAILED"))
                .body("error", equalTo("no luck 5"));
        events("read")
                .get("/v1/status")
                .then()
                .body("lastErrors.articleId", hasItem(article.toString()))
                .body("lastErrors.error", hasItem("no luck 5"));
    }

    @Test
    void an_outage_of_sources_service_costs_no_attempt() {
        UUID article = Articles.add(jdbi);
        for (int i = 0; i < 10; i++) {
            jdbi.useHandle(
                    handle -> handle.execute("update work_item set not_before = now() where article_id = ?", article));
            WorkItem item = queue.claim("a").orElseThrow();
            assertThat(item.attempt()).isEqualTo(1);
            queue.postpone(item, "sources-service cannot be reached");
        }
    }

    @Test
    void what_ends_its_process_every_time_is_given_up_with_a_reason() {
        UUID article = Articles.add(jdbi);
        jdbi.useHandle(handle -> handle.execute("""
                update work_item set state = 'RUNNING', attempts = 5, leased_until = now() - interval '1 second'
                where article_id = ?""", article));

        assertThat(queue.claim("a")).isEmpty();
        assertThat(queue.giveUpLost()).isEqualTo(1);

        events("read")
                .get("/v1/status/articles/%s/1".formatted(article))
                .then()
                .body("state", equalTo("FAILED"))
                .body("error", equalTo("reading it ended 5 times without a result"));
    }
}
