package org.parley.extraction;

/**
 * A noun phrase that names a proposal.
 *
 * @param span the whole phrase with its article ("a US-backed 28-point peace plan")
 * @param head its head noun, in dictionary form
 * @param kind what sort of proposal the words name
 * @param pointCount the number of points the words or their antecedent give, or null
 * @param sponsor who is said to back, draft or make it, in canonical form ("United States"), or null
 * @param proposal index into {@link Extraction#proposals()} of the proposal it names, or -1 when the text does not tell
 * @param group mentions of one article with the same number mean the same version; -1 when the text does not tell which is meant
 * @param rule the rule that found it
 * @param confidence between 0 and 1
 */
public record ProposalMention(
        Span span,
        String head,
        Kind kind,
        Integer pointCount,
        String sponsor,
        int proposal,
        int group,
        String rule,
        double confidence) {

    public enum Kind {
        PLAN,
        REVISION,
        COUNTER_PROPOSAL,
        DEMANDS,
        OFFER,
        FRAMEWORK,
        OTHER
    }
}
