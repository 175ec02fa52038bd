package org.parley.events.negotiation;

import java.util.ArrayList;
import java.util.List;
import org.parley.events.receipt.Receipt;
import org.parley.extraction.ExtractedProposal;
import org.parley.extraction.ExtractedVersion;
import org.parley.extraction.Extraction;
import org.parley.extraction.Span;

/** Makes evidence of what an engine found: the words, so that resolving needs no text. */
final class Evidence {

    private static final int MOST_PHRASES = 12;

    private Evidence() {}

    static List<ProposalEvidence> of(Extraction found, String text) {
        List<ProposalEvidence> all = new ArrayList<>();
        for (int i = 0; i < found.proposals().size(); i++) {
            ExtractedProposal one = found.proposals().get(i);
            int number = i;
            List<String> phrases = found.mentions().stream()
                    .filter(mention -> mention.proposal() == number)
                    .map(mention -> phrase(mention.span().of(text)))
                    .distinct()
                    .limit(MOST_PHRASES)
                    .toList();
            all.add(new ProposalEvidence(
                    one.kind(),
                    one.family(),
                    one.sponsors(),
                    one.persons(),
                    one.names(),
                    phrases,
                    one.respondsTo(),
                    receipt(text, one.response()),
                    receipt(text, one.withdrawn()),
                    one.withdrawnOn(),
                    one.versions().stream().map(v -> version(v, text)).toList()));
        }
        return all;
    }

    private static String phrase(String words) {
        return words.replaceAll("\\s+", " ").replaceFirst("^(?i)(?:an?|the|this|that|its|his|her|their) ", "");
    }

    private static ProposalEvidence.Version version(ExtractedVersion one, String text) {
        return new ProposalEvidence.Version(
                one.group(),
                one.order(),
                one.ordinal(),
                one.pointCount(),
                receipt(text, one.counted()),
                one.datedOn(),
                receipt(text, one.dated()),
                one.previous(),
                receipt(text, one.revised()),
                one.points().stream()
                        .map(point -> new ProposalEvidence.Point(
                                receipt(text, point.span()),
                                point.fate(),
                                point.demandedBy(),
                                receipt(text, point.demand()),
                                point.confidence()))
                        .toList());
    }

    private static Receipt receipt(String text, Span span) {
        return span == null ? null : Receipt.of(text, span);
    }
}
