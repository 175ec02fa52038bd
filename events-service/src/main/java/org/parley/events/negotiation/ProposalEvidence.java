package org.parley.events.negotiation;

import java.time.LocalDate;
import java.util.List;
import org.parley.events.receipt.Receipt;
import org.parley.extraction.ExtractedPoint.Fate;
import org.parley.extraction.ExtractedVersion.Order;
import org.parley.extraction.ProposalMention.Kind;

/**
 * What one article tells of one proposal; what {@link org.parley.extraction.ExtractedProposal} holds, with the words in place of spans.
 *
 * @param phrases that name it, without their article
 */
record ProposalEvidence(
        Kind kind,
        String family,
        List<String> sponsors,
        List<String> persons,
        List<String> names,
        List<String> phrases,
        int respondsTo,
        Receipt response,
        Receipt withdrawn,
        LocalDate withdrawnOn,
        List<Version> versions) {

    /** What it tells of one version; {@code group} is the number that the article's mentions of it carry. */
    record Version(
            int group,
            Order order,
            int ordinal,
            Integer pointCount,
            Receipt counted,
            LocalDate datedOn,
            Receipt dated,
            int previous,
            Receipt revised,
            List<Point> points) {

        /** Whether the words themselves tell which version is meant. */
        boolean tellsWhich() {
            return pointCount != null || ordinal > 0 || order != null || datedOn != null;
        }
    }

    record Point(Receipt receipt, Fate fate, String demandedBy, Receipt demand, double confidence) {}
}
