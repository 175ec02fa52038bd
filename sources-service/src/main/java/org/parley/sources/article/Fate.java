package org.parley.sources.article;

/** What became of an article that was handed in. */
public enum Fate {
    /** It was new. */
    STORED,
    /** It was known, with another text. */
    NEW_VERSION,
    /** It was known with this text: nothing was stored. */
    UNCHANGED,
    /** It was not an article; only lines of a bulk import end like this. */
    REFUSED
}
