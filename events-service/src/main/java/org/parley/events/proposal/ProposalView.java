package org.parley.events.proposal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.parley.events.actor.ActorRef;
import org.parley.extraction.ProposalMention;

/**
 * A text or set of terms that somebody puts forward.
 *
 * @param slug its name in addresses, stable
 * @param versions the earliest known first
 * @param mentionCount how often the present record names it
 */
@JsonInclude(Include.NON_NULL)
public record ProposalView(
        UUID id,
        String slug,
        String title,
        ProposalMention.Kind kind,
        List<ActorRef> proposers,
        List<ProposalVersionView> versions,
        UUID currentVersionId,
        int mentionCount,
        Instant knownAt) {}
