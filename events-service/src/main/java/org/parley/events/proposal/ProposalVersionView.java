package org.parley.events.proposal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.parley.events.actor.ActorRef;
import org.parley.events.receipt.ReceiptView;
import org.parley.extraction.Basis;

/**
 * A proposal as it stood at one time.
 *
 * @param position from 1, the earliest first
 * @param pointCount as stated, however many points are told; null where no text states it
 * @param counts every number that articles state; the first is {@code pointCount}
 * @param previousId the version it came from, where a text tells
 * @param receipts the first mention of each article that names it
 * @param supersededAt when it went out of the record, where it has
 */
@JsonInclude(Include.NON_NULL)
public record ProposalVersionView(
        UUID id,
        UUID proposalId,
        String label,
        int position,
        Integer pointCount,
        List<CountView> counts,
        LocalDate datedOn,
        Basis datedOnBasis,
        List<ReceiptView> datedOnReceipts,
        List<ActorRef> proposers,
        List<ReceiptView> receipts,
        UUID previousId,
        List<ReceiptView> previousReceipts,
        List<PointStateView> points,
        Instant knownAt,
        Instant supersededAt) {}
