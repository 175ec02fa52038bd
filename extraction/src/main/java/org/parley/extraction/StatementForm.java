package org.parley.extraction;

/** How an article prints what somebody said. */
public enum StatementForm {
    /** All of it in quotation marks, or an answer after a speaker's label. */
    DIRECT,
    /** A quoted fragment within a reported clause. */
    MIXED,
    /** No quotation marks at all. */
    INDIRECT
}
