package org.parley.extraction;

/** What a statement expresses toward a proposal. */
public enum StanceValue {
    SUPPORT,
    CONDITIONAL_SUPPORT,
    PARTIAL_ACCEPTANCE,
    NEUTRAL,
    SCEPTICAL,
    OPPOSE,
    NO_PUBLIC_COMMITMENT
}
