package org.parley.events.statement;

/** What people have said about a row. */
public enum ReviewState {
    UNREVIEWED,
    ACCEPTED,
    CORRECTED,
    REJECTED
}
