package org.parley.extraction.attribution;

import java.util.Locale;

/** What a cue does, as the cue table sorts it. */
public enum CueClass {
    SAY,
    CLAIM,
    REPORT,
    ANNOUNCE,
    DEMAND,
    ORDER,
    ASK,
    ANSWER,
    PROPOSE,
    PROMISE,
    DENY,
    REJECT,
    ACCEPT,
    ADMIT,
    EVALUATE,
    WARN,
    PREDICT,
    THINK,
    EVIDENCE,
    OTHER;

    static CueClass of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
