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
 * @param pointCount as stated, however many points are told; null where no text states it
 * @param receipts the first mention of each article that names it
 */
@JsonInclude(Include.NON_NULL)
public record ProposalVersionView(
        UUID id,
        UUID proposalId,
        String label,
        Integer pointCount,
        LocalDate datedOn,
        Basis datedOnBasis,
        List<ActorRef> proposers,
        List<ReceiptView> receipts,
        Instant knownAt) {}
