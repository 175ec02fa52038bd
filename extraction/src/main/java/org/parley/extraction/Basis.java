package org.parley.extraction;

/** What a detail rests on. */
public enum Basis {
    /** Said in the statement's own sentence. */
    EXPLICIT,
    /** Said in a neighbouring sentence, or elsewhere in the article. */
    INHERITED,
    /** Day and month are said, the year is counted from the publication. */
    YEAR_INFERRED,
    /** "On Thursday", "days earlier": counted from the publication where that gives a day, else without a value. */
    RELATIVE,
    /** Taken from the article's own date or channel. */
    PUBLICATION,
    /** Concluded from several places. */
    INFERRED,
    /** The text does not say. */
    UNKNOWN
}
