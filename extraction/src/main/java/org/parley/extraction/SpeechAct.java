package org.parley.extraction;

/** What a statement does, by its cue. */
public enum SpeechAct {
    ABSENCE,
    ACKNOWLEDGE,
    ANNOUNCE,
    ASK,
    ASSERT,
    CAVEAT,
    CONFIRM,
    DEMAND,
    DENY,
    DISMISS,
    EVALUATE,
    ORDER,
    PRAISE,
    PREDICT,
    PROMISE,
    PROPOSE,
    REJECT,
    REPORT,
    SIGNAL,
    THINK,
    THREATEN,
    WARN
}
