package org.parley.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EngineTest {

    private static Engine engine;

    @BeforeAll
    static void load() {
        engine = Engine.load();
    }

    @Test
    void direct_and_reported_speech_is_found_with_its_speaker() {
        String text = "Port Elm mayor Greta Lindholm said on Monday that the bridge would stay closed until May.\n\n"
                + "\"We will open it when it is safe,\" she told reporters.";
        List<ExtractedStatement> found = engine.extract(ArticleText.of(text)).statements();
        assertThat(found).hasSize(2);
        assertThat(found).allSatisfy(s -> assertThat(s.speakers().get(0).name()).isEqualTo("Greta Lindholm"));
        assertThat(found.get(0).content().get(0).of(text)).isEqualTo("the bridge would stay closed until May");
        assertThat(found.get(1).content().get(0).of(text)).isEqualTo("\"We will open it when it is safe,\"");
        assertThat(found)
                .extracting(ExtractedStatement::form)
                .containsExactly(StatementForm.INDIRECT, StatementForm.DIRECT);
    }

    @Test
    void another_language_is_flagged_and_not_read() {
        Extraction found = engine.extract(
                ArticleText.of(
                        "Die Ministerin sagte am Montag, dass die Brücke bis Mai geschlossen bleibt und dass niemand darüber fahren darf."));
        assertThat(found.language()).isEqualTo("de");
        assertThat(found.extracted()).isFalse();
        assertThat(found.statements()).isEmpty();
    }

    @Test
    void the_version_names_the_rules() {
        assertThat(engine.version()).matches("parley-rules/\\d+");
    }
}
