package org.parley.events.proposal;

import java.util.UUID;
import org.parley.extraction.ProposalMention;

/** A proposal where another row names it: as it is, or was last, called. */
public record ProposalRef(UUID id, String slug, String title, ProposalMention.Kind kind) {}
