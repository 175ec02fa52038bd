package org.parley.sources.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ArrivalsTest {

    private static final Duration WORKED = Duration.ofMillis(20);

    private final Arrivals arrivals = new Arrivals();

    @Test
    void nobody_makes_room_for_what_does_not_come() throws Exception {
        assertThat(rest()).isLessThan(Duration.ofMillis(90));
    }

    @Test
    void work_that_can_wait_rests_while_articles_come_and_longer_while_many_come() throws Exception {
        arrivals.came(1);
        assertThat(rest()).isBetween(Duration.ofMillis(95), Duration.ofMillis(400));
        arrivals.came(500);
        assertThat(rest()).isGreaterThan(Duration.ofMillis(550));
    }

    @Test
    void a_file_that_arrives_is_many_that_come() throws Exception {
        arrivals.comeSoon();
        assertThat(rest()).isGreaterThan(Duration.ofMillis(550));
    }

    /** After a piece of work that took {@link #WORKED}. */
    private Duration rest() throws InterruptedException {
        long since = System.nanoTime();
        arrivals.makeRoom(since - WORKED.toNanos());
        return Duration.ofNanos(System.nanoTime() - since);
    }
}
