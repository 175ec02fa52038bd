package org.parley.extraction.stance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkTrainerTest {

    private static final String TALK = """
            {"text": "The board has a new rope for the bell. Clerk Ada Moss said the rope was long. Clerk Ada Moss said rain fell.", \
            "proposals": [{"id": "p1", "mention": "a new rope for the bell"}], \
            "statements": [{"content": ["the rope was long"], "about": "p1"}, {"content": ["rain fell"], "about": null}]}
            """;

    @Test
    void each_labelled_statement_is_a_lesson_even_where_the_finder_misses_the_proposal(@TempDir Path folder)
            throws IOException {
        Files.writeString(folder.resolve("talk.jsonl"), TALK.strip());

        List<LogLinear.Lesson> lessons =
                new LinkTrainer().lessons(Talk.all(folder).get(0));

        assertThat(lessons).extracting(LogLinear.Lesson::right).containsExactly(0, 1);
        assertThat(lessons).allSatisfy(lesson -> assertThat(lesson.options()).hasSize(2));
    }
}
