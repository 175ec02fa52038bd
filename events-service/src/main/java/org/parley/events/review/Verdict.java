package org.parley.events.review;

/** What a person says of a doubtful row. */
enum Verdict {
    /** It is so: the statement is right, the two are one, the conflict is one. */
    ACCEPT,
    /** It is so, but not as it stands. */
    CORRECT,
    /** It is not so. */
    REJECT
}
