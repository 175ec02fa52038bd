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
import org.parley.extraction.ProposalMention;

/**
 * A text or set of terms that somebody puts forward.
 *
 * @param slug its name in addresses, stable
 * @param withdrawnOn the day it was taken back, where a text tells; {@code withdrawnReceipts} are there also without a day
 * @param respondsToId the proposal it answers
 * @param responseIds proposals that answer it
 * @param versions the earliest first
 * @param mergedFrom proposals that people have merged into it
 * @param mentionCount how often the record names it
 * @param supersededAt when it went out of the record, where it has
 */
@JsonInclude(Include.NON_NULL)
public record ProposalView(
        UUID id,
        String slug,
        String title,
        ProposalMention.Kind kind,
        List<ActorRef> proposers,
        LocalDate withdrawnOn,
        Basis withdrawnOnBasis,
        List<ReceiptView> withdrawnReceipts,
        UUID respondsToId,
        List<ReceiptView> respondsToReceipts,
        List<UUID> responseIds,
        List<ProposalVersionView> versions,
        UUID currentVersionId,
        List<ProposalRef> mergedFrom,
        Integer mentionCount,
        Instant knownAt,
        Instant supersededAt) {}
