package org.parley.extraction;

import java.util.List;

/**
 * What the engine found in one article. Every span lies in the article's text.
 *
 * @param language BCP 47 tag the engine recognised, "und" when it cannot tell
 * @param extracted false when the language is one the engine does not read: then all lists are empty
 * @param statements in order of their cues
 * @param assertions counts, dates and versions the article states in its own voice
 * @param mentions noun phrases that name a proposal, in order
 */
public record Extraction(
        String language,
        boolean extracted,
        List<ExtractedStatement> statements,
        List<ExtractedAssertion> assertions,
        List<ProposalMention> mentions) {

    public Extraction {
        statements = List.copyOf(statements);
        assertions = List.copyOf(assertions);
        mentions = List.copyOf(mentions);
    }
}
