package org.parley.extraction;

import java.util.List;
import java.util.Set;

/**
 * What the engine found in one article. Every span lies in the article's text.
 *
 * @param language BCP 47 tag the engine recognised, "und" when it cannot tell
 * @param extracted false when the language is one the engine does not read: then all lists are empty
 * @param statements in order of their cues
 * @param assertions counts, dates and versions the article states in its own voice
 * @param mentions noun phrases that name a proposal, in order
 * @param proposals what the article tells of each proposal it names
 * @param names persons, places and bodies it names, in canonical form: by them articles on one matter are told
 */
public record Extraction(
        String language,
        boolean extracted,
        List<ExtractedStatement> statements,
        List<ExtractedAssertion> assertions,
        List<ProposalMention> mentions,
        List<ExtractedProposal> proposals,
        Set<String> names) {

    public Extraction {
        statements = List.copyOf(statements);
        assertions = List.copyOf(assertions);
        mentions = List.copyOf(mentions);
        proposals = List.copyOf(proposals);
        names = Set.copyOf(names);
    }

    /** Nothing found, in a language the engine does not read. */
    static Extraction unread(String language) {
        return new Extraction(language, false, List.of(), List.of(), List.of(), List.of(), Set.of());
    }
}
