package org.parley.extraction.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.parley.extraction.Engine;

/** Writes predictions for the scorers where {@code -Dparley.eval.dir} names the folder of evaluation data. */
class QualityTest {

    @Test
    @EnabledIfSystemProperty(named = "parley.eval.dir", matches = ".+")
    void predictions_are_written_for_the_scorers() throws IOException {
        Path out = Path.of("target", "eval");
        new Predictions(Engine.load()).all(Path.of(System.getProperty("parley.eval.dir")), out);
        assertThat(out.resolve("gum.jsonl")).isNotEmptyFile();
        assertThat(out.resolve("seeds.json")).isNotEmptyFile();
    }
}
