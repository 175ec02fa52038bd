package org.parley.events.receipt;

/** How a receipt stands in an article's current version. */
public enum Placement {
    /** At the place it was read from. */
    PLACED,
    /** The same words, elsewhere. */
    MOVED,
    /** Those words are gone, or it cannot be told where they went: shown, never guessed. */
    ORPHANED
}
