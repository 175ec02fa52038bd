package org.parley.kit.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.parley.kit.ServiceTest;
import org.parley.testkit.PostgresResource;

@QuarkusTest
@ServiceTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class ChangeFeedTest {

    private static final int WRITERS = 8;
    private static final int TRANSACTIONS_EACH = 60;

    @Inject
    Changes changes;

    @Inject
    ChangeFeed feed;

    @Inject
    Jdbi jdbi;

    @Test
    void readers_lose_nothing_and_see_nothing_twice_while_eight_writers_commit_out_of_order() throws Exception {
        String start = feed.head();
        var written = ConcurrentHashMap.<String>newKeySet();
        var done = new AtomicBoolean();
        var threads = Executors.newFixedThreadPool(WRITERS + 3);
        List<Future<List<String>>> readers = new ArrayList<>();
        for (int size : new int[] {7, 50, 500}) {
            readers.add(threads.submit(() -> follow(start, size, done)));
        }
        List<Callable<Void>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            int number = writer;
            writers.add(() -> write(number, written));
        }
        for (var result : threads.invokeAll(writers)) {
            result.get();
        }
        done.set(true);

        for (var reader : readers) {
            List<String> read = reader.get();
            assertThat(read).doesNotHaveDuplicates();
            assertThat(read).containsExactlyInAnyOrderElementsOf(written);
        }
        threads.shutdown();
    }

    private Void write(int writer, Set<String> written) {
        Random random = new Random(writer);
        for (int i = 0; i < TRANSACTIONS_EACH; i++) {
            int rows = 1 + random.nextInt(4);
            boolean slow = random.nextInt(10) == 0;
            String name = "tx-" + writer + "-" + i;
            List<String> subjects =
                    IntStream.range(0, rows).mapToObj(row -> name + "-" + row).toList();
            QuarkusTransaction.requiringNew().run(() -> {
                // The first write fixes the place in the feed; the slow ones commit long after later ones.
                jdbi.useHandle(handle -> handle.execute("select pg_current_xact_id()"));
                if (slow) {
                    pause(40);
                }
                subjects.forEach(subject -> changes.record("test.v1", subject, new ChangeData(null, subject, "TEST")));
            });
            written.addAll(subjects);
        }
        return null;
    }

    private List<String> follow(String start, int size, AtomicBoolean done) {
        List<String> read = new ArrayList<>();
        String cursor = start;
        while (true) {
            // Something else in the cluster, a vacuum say, may hold the feed back for a moment.
            boolean last = done.get() && feed.lagSeconds() == 0;
            ChangePage page = feed.read(cursor, size);
            page.events().forEach(event -> read.add(event.subject()));
            cursor = page.next();
            if (last && page.events().isEmpty()) {
                return read;
            }
        }
    }

    @Test
    void edits_of_one_row_keep_their_order_although_they_are_recorded_before_the_row_is_written() throws Exception {
        jdbi.useHandle(handle -> handle.execute("insert into counter values (1, 0)"));
        String start = feed.head();
        var editors = Executors.newFixedThreadPool(4);
        AtomicInteger edits = new AtomicInteger();
        List<Callable<Void>> work = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            work.add(() -> {
                QuarkusTransaction.requiringNew().run(this::editOnce);
                edits.incrementAndGet();
                return null;
            });
        }
        for (var result : editors.invokeAll(work)) {
            result.get();
        }
        editors.shutdown();
        while (feed.lagSeconds() > 0) {
            pause(5);
        }

        List<Integer> versions = feed.read(start, 500).events().stream()
                .filter(event -> event.subject().equals("counter"))
                .map(event -> Integer.valueOf(event.data().toString().replaceAll("\\D", "")))
                .toList();
        assertThat(edits).hasValue(40);
        assertThat(versions)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 40).boxed().toList());
    }

    @Test
    void a_lock_after_the_first_write_comes_too_late_and_is_refused() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    jdbi.useHandle(handle -> handle.execute("select pg_current_xact_id()"));
                    changes.lockFirst(List.of("a", "b"));
                }))
                .hasMessageContaining("written already");
    }

    @Test
    void locks_of_several_rows_do_not_block_each_other_for_good() throws Exception {
        var threads = Executors.newFixedThreadPool(4);
        List<Callable<Void>> work = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            List<String> subjects = i % 2 == 0 ? List.of("x", "y", "z") : List.of("z", "y", "x");
            work.add(() -> {
                QuarkusTransaction.requiringNew().run(() -> changes.lockFirst(subjects));
                return null;
            });
        }
        for (var result : threads.invokeAll(work)) {
            result.get();
        }
        threads.shutdown();
    }

    private void editOnce() {
        changes.lockFirst(List.of("counter"));
        jdbi.useHandle(handle -> {
            int version = handle.createQuery("select version from counter where id = 1")
                    .mapTo(Integer.class)
                    .one();
            changes.record("test.v1", "counter", new ChangeData(null, version + 1, null));
            pause(2);
            handle.execute("update counter set version = ? where id = 1", version + 1);
        });
    }

    @Test
    void the_row_is_written_only_when_the_transaction_is_about_to_commit() {
        QuarkusTransaction.requiringNew().run(() -> {
            changes.record("test.v1", "late", new ChangeData(null, 1, null));
            assertThat(rowsOf("late")).isZero();
        });
        assertThat(rowsOf("late")).isEqualTo(1);
    }

    @Test
    void what_is_rolled_back_leaves_no_change() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    changes.record("test.v1", "never", new ChangeData(null, 1, null));
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessageContaining("on purpose");
        assertThat(rowsOf("never")).isZero();
    }

    @Test
    void a_change_outside_a_transaction_is_refused() {
        assertThatThrownBy(() -> changes.record("test.v1", "alone", new ChangeData(null, 1, null)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void lag_is_the_age_of_what_a_running_transaction_holds_back() {
        QuarkusTransaction.requiringNew().run(() -> {
            jdbi.useHandle(handle -> handle.execute("select pg_current_xact_id()"));
            QuarkusTransaction.requiringNew()
                    .run(() -> changes.record("test.v1", "held", new ChangeData(null, 1, null)));
            pause(200);
            assertThat(feed.lagSeconds()).isBetween(0.15, 60.0);
        });
        while (feed.lagSeconds() > 0) {
            pause(5);
        }
    }

    @Test
    void a_restored_dump_starts_a_new_epoch_and_keeps_its_rows_readable() {
        String url = PostgresResource.freshDatabase();
        Jdbi other = Jdbi.create(url, "postgres", "postgres");
        other.useHandle(handle -> {
            handle.execute("create table change_epoch (epoch uuid default gen_random_uuid(), origin text,"
                    + " floor_xid xid8 default '99999999998', floor_seq bigint default 7)");
            handle.execute("insert into change_epoch (origin) values ('7123456789/16384')");
            handle.execute("create table outbox (xid xid8 default '99999999999', seq int)");
            handle.execute("insert into outbox (seq) values (1), (2)");
        });
        var before = other.withHandle(handle -> handle.createQuery("select epoch from change_epoch")
                .mapTo(UUID.class)
                .one());

        var after = new ChangeEpoch(other).current();

        assertThat(after).isNotEqualTo(before);
        assertThat(new ChangeEpoch(other).current()).isEqualTo(after);
        assertThat(other.<Integer, RuntimeException>withHandle(handle -> handle.createQuery(
                                "select count(*) from outbox where xid < pg_snapshot_xmin(pg_current_snapshot())")
                        .mapTo(Integer.class)
                        .one()))
                .isEqualTo(2);
        assertThat(new KeptChanges(other, new ChangeEpoch(other)).floor()).isEqualTo(new ChangeCursor(after, 0, 0));
    }

    private int rowsOf(String subject) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from outbox where subject = ?")
                .bind(0, subject)
                .mapTo(Integer.class)
                .one());
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
