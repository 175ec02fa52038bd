package org.parley.events.proposal;

import java.time.Instant;
import java.util.UUID;
import org.parley.events.receipt.Receipt;
import org.parley.extraction.ProposalMention;

/** A row of {@code mention}; proposal and version are null where the text does not tell which is meant. */
public record MentionRow(
        UUID id,
        UUID proposalId,
        UUID versionId,
        UUID articleId,
        int articleVersion,
        String extractor,
        Receipt receipt,
        int startAt,
        String head,
        ProposalMention.Kind kind,
        Integer pointCount,
        String sponsor,
        String rule,
        double confidence,
        Instant knownAt,
        Instant supersededAt) {}
