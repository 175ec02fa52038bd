package org.parley.events.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RetryPlanTest {

    private static final Instant NOW = Instant.parse("2027-03-04T10:00:00Z");
    private static final RetryPlan PLAN =
            new RetryPlan(Stream.of("PT5S", "PT5M", "PT30M", "PT2H", "PT5H", "PT10H", "PT14H", "PT20H", "PT24H")
                    .map(Duration::parse)
                    .toList());

    @Test
    void pauses_grow_each_shortened_by_a_tenth_at_most_and_end_after_three_days() {
        Duration sum = Duration.ZERO;
        Duration before = Duration.ZERO;
        for (int attempt = 1; attempt <= 9; attempt++) {
            Duration longest = pause(attempt, null, 0);
            Duration shortest = pause(attempt, null, 1);
            assertThat(shortest).isEqualTo(longest.multipliedBy(9).dividedBy(10));
            assertThat(shortest).isGreaterThan(before);
            before = longest;
            sum = sum.plus(longest);
        }
        assertThat(sum).isBetween(Duration.ofHours(72), Duration.ofHours(76));
        assertThat(PLAN.after(10, NOW, null, 0)).isEmpty();
    }

    @Test
    void a_receiver_can_ask_for_longer_pauses_up_to_a_day_but_for_no_shorter_ones() {
        assertThat(pause(1, Duration.ofMinutes(2), 0)).isEqualTo(Duration.ofMinutes(2));
        assertThat(pause(3, Duration.ofSeconds(1), 0)).isEqualTo(Duration.ofMinutes(30));
        assertThat(pause(1, Duration.ofDays(400), 0)).isEqualTo(Duration.ofDays(1));
        assertThat(new RetryPlan(List.of()).after(1, NOW, Duration.ofSeconds(1), 0))
                .isEmpty();
    }

    private static Duration pause(int attempt, Duration asked, double chance) {
        return Duration.between(NOW, PLAN.after(attempt, NOW, asked, chance).orElseThrow());
    }
}
