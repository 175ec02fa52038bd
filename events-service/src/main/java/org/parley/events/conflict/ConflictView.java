package org.parley.events.conflict;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.parley.events.actor.ActorRef;
import org.parley.events.receipt.ReceiptView;
import org.parley.events.statement.ReviewState;

/**
 * Reports that disagree, or seem to.
 *
 * @param explanation for people; names the evidence
 * @param resolution as the evidence shows, or as a person decided
 * @param speaker whose saying or stance it is about, where it is
 */
@JsonInclude(Include.NON_NULL)
public record ConflictView(
        UUID id,
        ConflictKind kind,
        String explanation,
        ConflictResolution resolution,
        List<SideView> sides,
        UUID utteranceId,
        UUID proposalId,
        ActorRef speaker,
        ReviewState review,
        Instant knownAt,
        Instant supersededAt) {

    /** One of those that disagree, with what it rests on. */
    @JsonInclude(Include.NON_NULL)
    public record SideView(
            String value, List<ReceiptView> receipts, List<UUID> statementIds, List<AssertionView> assertions) {}

    /** What an article states in its own voice. */
    @JsonInclude(Include.NON_NULL)
    public record AssertionView(UUID id, UUID articleId, String field, String value, List<ReceiptView> receipts) {}
}
