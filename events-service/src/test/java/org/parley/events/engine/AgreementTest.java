package org.parley.events.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.parley.events.engine.Agreement.Recorded;
import org.parley.extraction.ExtractedStatement;
import org.parley.extraction.Span;
import org.parley.extraction.Speaker;
import org.parley.extraction.SpeechAct;
import org.parley.extraction.StatedOn;
import org.parley.extraction.StatementForm;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AgreementTest {

    private static final Recorded RECORDED = new Recorded(
            UUID.randomUUID(), List.of(new Span(100, 200)), new Span(80, 95), List.of("Ines Duarte"), false);
    private static final Recorded OTHER =
            new Recorded(UUID.randomUUID(), List.of(new Span(300, 400)), null, List.of(), true);

    @Test
    void the_same_words_of_the_same_speaker_agree_whichever_form_the_name_has() {
        assertThat(compared(110, 200, "Duarte", false)).isEqualTo(Agreement.AGREES);
        assertThat(compared(100, 190, "the Ines Duarte", false)).isEqualTo(Agreement.AGREES);
        assertThat(compared(300, 400, null, true)).isEqualTo(Agreement.AGREES);
    }

    @Test
    void another_speaker_or_a_denial_is_a_disagreement() {
        assertThat(compared(100, 200, "Tom Pike", false)).isEqualTo(Agreement.OTHER_SPEAKER);
        assertThat(compared(100, 200, "Du", false)).isEqualTo(Agreement.OTHER_SPEAKER);
        assertThat(compared(100, 200, null, false)).isEqualTo(Agreement.OTHER_SPEAKER);
        assertThat(compared(100, 200, "Ines Duarte", true)).isEqualTo(Agreement.OTHER_POLARITY);
    }

    @Test
    void few_words_in_common_are_other_words_and_none_stand_alone() {
        assertThat(compared(180, 260, "Ines Duarte", false)).isEqualTo(Agreement.OTHER_WORDS);
        assertThat(compared(210, 260, "Ines Duarte", false)).isEqualTo(Agreement.ONLY_THERE);
    }

    private static Agreement compared(int start, int end, String speaker, boolean negated) {
        List<Speaker> speakers = speaker == null
                ? List.of()
                : List.of(new Speaker(speaker, Speaker.Kind.PERSON, List.of(speaker), null, null));
        ExtractedStatement claimed = new ExtractedStatement(
                List.of(new Span(start, end)),
                StatementForm.INDIRECT,
                SpeechAct.ASSERT,
                negated,
                null,
                null,
                null,
                speakers,
                null,
                null,
                null,
                null,
                null,
                StatedOn.UNKNOWN,
                List.of(),
                "claimed",
                0.5);
        return Agreement.compare(claimed, List.of(RECORDED, OTHER)).agreement();
    }
}
