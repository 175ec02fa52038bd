package org.parley.launcher.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.extraction.Engine;

class SpeedTest {

    @Test
    void load_rate_and_heap_are_measured_within_what_the_process_has() {
        Speed speed = Speed.of(Engine::load, List.of("Mayor Rosa Lund said on Friday that the ferry would sail."), 0.2);
        assertThat(speed.loadSeconds()).isPositive();
        assertThat(speed.perSecond()).isPositive();
        assertThat(speed.heapMegabytes()).isBetween(1L, speed.heapLimitMegabytes());
        assertThat(speed.line()).contains("characters for each second of a core", "heap at most");
    }
}
