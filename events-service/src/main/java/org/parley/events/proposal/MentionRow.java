package org.parley.events.proposal;

import java.time.Instant;
import java.util.UUID;
import org.parley.events.receipt.Receipt;
import org.parley.extraction.ProposalMention;

/**
 * A row of {@code mention}.
 *
 * @param proposalNo number of the proposal among those its article tells of, or -1
 * @param groupNo mentions of one article version with the same number mean the same version
 */
record MentionRow(
        UUID id,
        UUID articleId,
        int articleVersion,
        String extractor,
        Receipt receipt,
        int startAt,
        String head,
        ProposalMention.Kind kind,
        Integer pointCount,
        String sponsor,
        int proposalNo,
        int groupNo,
        String rule,
        double confidence,
        Instant knownAt,
        Instant supersededAt) {}
