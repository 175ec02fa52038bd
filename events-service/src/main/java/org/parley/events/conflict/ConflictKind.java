package org.parley.events.conflict;

/** What reports disagree about. */
public enum ConflictKind {
    OCCASION,
    WORDING,
    DATE,
    PLACE,
    STANCE,
    VERSION,
    POINT_COUNT,
    AMOUNT,
    STATUS,
    ROLE,
    OTHER
}
