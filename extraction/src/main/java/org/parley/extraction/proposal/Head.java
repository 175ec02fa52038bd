package org.parley.extraction.proposal;

import org.parley.extraction.ProposalMention;

/**
 * A noun that names proposals.
 *
 * @param lemma dictionary form
 * @param kind what sort it names
 * @param family nouns of one family may name the same proposal in turn ("plan", "text")
 * @param use what it takes to be a mention
 */
record Head(String lemma, ProposalMention.Kind kind, String family, Use use) {

    enum Use {
        /** Always: no other thing has this name. */
        SURE,
        /** With a modifier that names, or definite. */
        STRONG,
        /** Definite only. */
        DEFINITE,
        /** With a modifier that names; definite once such a mention has been met. */
        MODIFIED,
        /** Definite, and only where the article has named a proposal. */
        ANAPHOR,
        /** What talks are to end in: "a border deal", "the agreement". */
        BARGAIN,
        /** Once somebody has put one forward: "proposed a pause"; then definite. */
        MADE,
        /** Where the article treats it as a proposal: counts its points, drafts, signs or rejects it. */
        LOCAL,
        /** With a number. */
        COUNTED,
        /** In the plural, with a number, a possessor or the article. */
        PLURAL
    }
}
