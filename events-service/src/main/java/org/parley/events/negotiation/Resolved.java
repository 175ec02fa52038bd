package org.parley.events.negotiation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.parley.events.receipt.Receipt;
import org.parley.extraction.ProposalMention.Kind;

/**
 * The proposals of one negotiation as its articles tell them.
 *
 * @param meant the version that the mentions of an article mean, by place in {@code proposals} and its versions
 */
record Resolved(List<Proposal> proposals, Map<Meant, Place> meant, List<Doubtful> doubtful) {

    /** Places of two proposals that a person may find to be one. */
    record Doubtful(int one, int other, String why, double confidence) {}

    /** @param version -1 where it is not known which */
    record Place(int proposal, int version) {}

    /** Words of one article version, and the row of evidence that holds them. */
    record Proof(UUID evidenceId, UUID articleId, int articleVersion, Receipt receipt) {}

    /** @param respondsTo place among the proposals, or -1 */
    record Proposal(
            String title,
            Kind kind,
            List<String> sponsors,
            List<UUID> articles,
            int respondsTo,
            List<Proof> response,
            boolean withdrawn,
            LocalDate withdrawnOn,
            List<Proof> withdrawal,
            List<OneVersion> versions) {}

    /** @param previous place among the proposal's versions, or -1 */
    record OneVersion(
            String label,
            Kind kind,
            Integer pointCount,
            List<Stated> counts,
            LocalDate datedOn,
            List<Proof> dated,
            int previous,
            List<Proof> revised,
            List<UUID> articles,
            List<PointState> points) {}

    /** A number of points that some articles state. */
    record Stated(int value, List<Proof> receipts) {}

    record PointState(int point, String label, String text, Fate fate, String demandedBy, List<Proof> receipts) {}

    enum Fate {
        NEW,
        KEPT,
        CHANGED,
        REMOVED,
        UNKNOWN
    }
}
