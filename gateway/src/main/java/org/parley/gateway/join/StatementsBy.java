package org.parley.gateway.join;

/** What statements can belong to, in the service's words. */
public enum StatementsBy {
    ARTICLE,
    SPEAKER,
    PROPOSAL,
    UTTERANCE
}
