package org.parley.events.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.events.sources.Newsroom.sources;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.parley.events.EventsTest;
import org.parley.events.sources.Newsroom;
import org.parley.events.sources.Newsroom.Printed;

/**
 * How many articles a second are read and resolved, and whether that depends on how many are there: {@code mvn test -Pload -pl
 * events-service -am -Dsurefire.failIfNoSpecifiedTests=false -Dtest=ReadingLoadTest -Dparley.load.articles=10000}.
 */
@EventsTest
@Tag("load")
@TestMethodOrder(MethodName.class)
class ReadingLoadTest {

    private static final int ALL = Integer.getInteger("parley.load.articles", 2_000);
    private static final GeneratedDossiers DOSSIERS = new GeneratedDossiers(7, 20);

    @Inject
    Jdbi jdbi;

    @Test
    void a_later_article_costs_about_what_an_early_one_did() throws Exception {
        List<Double> rates = new ArrayList<>();
        for (int there = 0; there < ALL; there += DOSSIERS.season()) {
            long start = System.nanoTime();
            Duration before = processorTime();
            hand(DOSSIERS.next(DOSSIERS.season()));
            awaitRead(there + DOSSIERS.season());
            double rate = DOSSIERS.season() * 1e9 / (System.nanoTime() - start);
            rates.add(rate);
            System.out.printf(
                    "%d articles there: %.1f articles/s, %.1f ms of this process's processor time each%n",
                    there, rate, (double) processorTime().minus(before).toMillis() / DOSSIERS.season());
        }
        // The first season pays for the start of the compiler.
        double early = rates.get(Math.min(1, rates.size() - 1));
        double late = rates.subList(Math.max(0, rates.size() - 3), rates.size()).stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElseThrow();
        assertThat(late).isGreaterThan(early / 2);
        assertThat(late).isGreaterThan(30);
    }

    @Test
    void b_one_article_at_a_time_is_there_within_a_second() {
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Printed printed = Newsroom.printJson(DOSSIERS.line(), null);
            long start = System.nanoTime();
            Newsroom.awaitRead(printed);
            millis.add(Duration.ofNanos(System.nanoTime() - start).toMillis());
        }
        Collections.sort(millis);
        System.out.printf(
                "stored to visible: p50 %d ms, p99 %d ms, most %d ms%n",
                millis.get(100), millis.get(198), millis.get(199));
        assertThat(millis.get(100)).isLessThan(1_000);
        assertThat(millis.get(198)).isLessThan(3_000);
    }

    private static Duration processorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static void hand(String lines) {
        sources("admin")
                .contentType("application/x-ndjson")
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post("/v1/articles/bulk")
                .then()
                .statusCode(200);
    }

    private void awaitRead(int articles) throws InterruptedException {
        while (count("'DONE', 'FAILED'") < articles) {
            Thread.sleep(50);
        }
        assertThat(count("'FAILED'")).isZero();
    }

    private int count(String states) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select count(*) from work_item where state in (%s)".formatted(states))
                        .mapTo(Integer.class)
                        .one());
    }
}
