package org.parley.events.proposal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import java.util.UUID;
import org.parley.events.actor.ActorRef;
import org.parley.events.receipt.ReceiptView;

/**
 * A point in one version.
 *
 * @param text in the words of an article
 * @param fate NEW, KEPT, CHANGED, REMOVED, or UNKNOWN where no text tells
 * @param demandedBy at whose insistence, where a text tells
 */
@JsonInclude(Include.NON_NULL)
public record PointStateView(
        UUID pointId,
        String label,
        UUID proposalId,
        UUID versionId,
        String text,
        String fate,
        ActorRef demandedBy,
        List<ReceiptView> receipts) {}
