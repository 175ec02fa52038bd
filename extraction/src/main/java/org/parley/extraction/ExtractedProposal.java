package org.parley.extraction;

import java.time.LocalDate;
import java.util.List;

/**
 * What an article tells of one proposal: a text or set of terms that it speaks of, in all versions it speaks of.
 *
 * @param kind what sort of proposal
 * @param family nouns of one family may name the same proposal in turn ("plan", "text")
 * @param sponsors who is said to make it, in canonical form, the surest first
 * @param persons those of the sponsors that are persons: they may speak for another
 * @param names proper names in the phrases that name it ("Geneva" in "the Geneva draft"), in lower case
 * @param respondsTo index into {@link Extraction#proposals()} of the proposal it answers, or -1
 * @param response the words that tell so, or null
 * @param withdrawn the words that tell it was taken back, or null
 * @param withdrawnOn the day that happened, or null when the text gives none
 * @param versions in the order the article gives them, the earliest first; at least one
 */
public record ExtractedProposal(
        ProposalMention.Kind kind,
        String family,
        List<String> sponsors,
        List<String> persons,
        List<String> names,
        int respondsTo,
        Span response,
        Span withdrawn,
        LocalDate withdrawnOn,
        List<ExtractedVersion> versions) {

    public ExtractedProposal {
        sponsors = List.copyOf(sponsors);
        persons = List.copyOf(persons);
        names = List.copyOf(names);
        versions = List.copyOf(versions);
    }
}
