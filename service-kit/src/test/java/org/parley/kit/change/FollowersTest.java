package org.parley.kit.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.kit.ServiceTest;

/**
 * Eight writers, some of their transactions slow, edit the same few subjects; three followers die at random, with what
 * they had not noted yet, and go on from the cursor they had. Nothing is lost, and each subject's edits come in order.
 */
@QuarkusTest
@ServiceTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class FollowersTest {

    private static final int WRITERS = 8;
    private static final int SUBJECTS = 40;

    @Inject
    Changes changes;

    @Inject
    ChangeFeed feed;

    @Inject
    Jdbi jdbi;

    @Test
    void followers_killed_at_random_lose_nothing_and_see_each_subject_in_order() throws Exception {
        run(40, 10);
    }

    @Test
    @Tag("load")
    void hundred_thousand_rows_reach_followers_killed_at_random() throws Exception {
        run(1_250, 10);
    }

    private void run(int transactions, int rows) throws Exception {
        String start = feed.head();
        AtomicInteger[] edits = new AtomicInteger[SUBJECTS];
        for (int i = 0; i < SUBJECTS; i++) {
            edits[i] = new AtomicInteger();
        }
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger deaths = new AtomicInteger();
        var threads = Executors.newFixedThreadPool(WRITERS + 3);
        List<Future<Map<String, List<Integer>>>> followers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Random chance = new Random(100 + i);
            followers.add(threads.submit(() -> follow(start, chance, done, deaths)));
        }
        List<Callable<Void>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            Random chance = new Random(i);
            writers.add(() -> {
                for (int transaction = 0; transaction < transactions; transaction++) {
                    write(chance, rows, edits);
                }
                return null;
            });
        }
        for (var writer : threads.invokeAll(writers)) {
            writer.get();
        }
        done.set(true);
        for (var follower : followers) {
            Map<String, List<Integer>> seen = follower.get();
            for (int i = 0; i < SUBJECTS; i++) {
                List<Integer> expected = new ArrayList<>();
                for (int edit = 1; edit <= edits[i].get(); edit++) {
                    expected.add(edit);
                }
                assertThat(seen.getOrDefault("subject-" + i, List.of())).isEqualTo(expected);
            }
        }
        threads.shutdown();
        System.out.printf(
                "%d rows, %d deaths of followers: 0 lost, 0 out of order; catch-up %.0f rows a second%n",
                WRITERS * transactions * rows, deaths.get(), catchUp(start));
    }

    private void write(Random chance, int rows, AtomicInteger[] edits) {
        Set<Integer> chosen = new HashSet<>();
        while (chosen.size() < rows) {
            chosen.add(chance.nextInt(SUBJECTS));
        }
        QuarkusTransaction.requiringNew().run(() -> {
            changes.lockFirst(chosen.stream().map(each -> "subject-" + each).toList());
            jdbi.useHandle(handle -> handle.execute("select pg_current_xact_id()"));
            if (chance.nextInt(50) == 0) {
                pause(20);
            }
            // Under the lock of its subject an edit's number is its place.
            chosen.forEach(each -> changes.record(
                    "test.v1", "subject-" + each, new ChangeData(null, edits[each].incrementAndGet(), null)));
        });
    }

    private Map<String, List<Integer>> follow(String start, Random chance, AtomicBoolean done, AtomicInteger deaths) {
        Map<String, List<Integer>> noted = new HashMap<>();
        String cursor = start;
        while (true) {
            boolean last = done.get() && feed.lagSeconds() == 0;
            ChangePage page = feed.read(cursor, 1 + chance.nextInt(500));
            if (chance.nextInt(5) == 0 && !page.events().isEmpty()) {
                // Dies with the page in hand: neither it nor its cursor is noted.
                deaths.incrementAndGet();
                continue;
            }
            page.events()
                    .forEach(event -> noted.computeIfAbsent(event.subject(), subject -> new ArrayList<>())
                            .add(Integer.valueOf(event.data().toString().replaceAll("\\D", ""))));
            cursor = page.next();
            if (last && page.events().isEmpty()) {
                noted.keySet().removeIf(subject -> !subject.startsWith("subject-"));
                return noted;
            }
        }
    }

    private double catchUp(String start) {
        long began = System.nanoTime();
        int rows = 0;
        ChangePage page = feed.read(start, ChangeFeed.MAX_PAGE);
        while (!page.events().isEmpty()) {
            rows += page.events().size();
            page = feed.read(page.next(), ChangeFeed.MAX_PAGE);
        }
        return rows / ((System.nanoTime() - began) / 1e9);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
