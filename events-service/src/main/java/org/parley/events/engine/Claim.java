package org.parley.events.engine;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.parley.extraction.Speaker;
import org.parley.extraction.SpeechAct;

/** A statement as another engine claims it: words only, not yet looked for in the text. Members mean what the prompt says. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Claim(
        List<String> content,
        String cue,
        String speakerMention,
        String speaker,
        Speaker.Kind speakerKind,
        SpeechAct act,
        boolean negated,
        String addressee,
        String place,
        String via) {

    Claim {
        content = content == null
                ? List.of()
                : content.stream().map(part -> part == null ? "" : part).toList();
    }
}
