package org.parley.extraction.stance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.extraction.stance.LogLinear.Lesson;

class LogLinearTest {

    private static final List<Lesson> LESSONS = lessons();

    /** The near one is right unless the far one is named. */
    private static List<Lesson> lessons() {
        List<Lesson> lessons = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            lessons.add(new Lesson(List.of(List.of("far"), List.of("near")), 1));
            lessons.add(new Lesson(List.of(List.of("far", "named"), List.of("near")), 0));
        }
        lessons.add(new Lesson(List.of(List.of("far"), List.of("near", "once")), 1));
        return lessons;
    }

    @Test
    void it_learns_what_tells_an_option_from_others() {
        LogLinear model = new LogLinear(LESSONS);

        assertThat(model.best(List.of(List.of("far"), List.of("near")))).isEqualTo(1);
        assertThat(model.best(List.of(List.of("near"), List.of("far", "named"), List.of("unheard of"))))
                .isEqualTo(1);
        assertThat(model.shares(List.of(List.of("far"), List.of("near")))[1]).isBetween(0.6, 1.0);
    }

    @Test
    void the_same_lessons_give_the_same_model_and_what_was_seen_once_is_not_in_it(@TempDir Path folder)
            throws IOException {
        new LogLinear(LESSONS).write(folder.resolve("one.gz"));
        new LogLinear(LESSONS).write(folder.resolve("two.gz"));

        assertThat(Files.readAllBytes(folder.resolve("one.gz")))
                .isEqualTo(Files.readAllBytes(folder.resolve("two.gz")));
        assertThat(new LogLinear(LESSONS).shares(List.of(List.of("once"), List.of())))
                .containsExactly(0.5, 0.5);
    }
}
