package org.parley.events.proposal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.UUID;
import org.parley.events.receipt.Receipt;
import org.parley.events.receipt.ReceiptView;
import org.parley.extraction.Basis;
import org.parley.extraction.ProposalMention;

/**
 * Words of an article that name a proposal.
 *
 * @param versionId the version meant, or null where the text does not tell
 * @param basis EXPLICIT where the words tell the version, INFERRED where the article or its date does
 */
@JsonInclude(Include.NON_NULL)
public record MentionView(
        UUID id,
        UUID proposalId,
        UUID versionId,
        ReceiptView receipt,
        ProposalMention.Kind kind,
        Integer pointCount,
        String sponsor,
        Basis basis,
        String rule,
        double confidence,
        Instant knownAt) {

    /** A mention in a text that is not stored. */
    public static MentionView of(ProposalMention found, String text) {
        return new MentionView(
                null,
                null,
                null,
                ReceiptView.of(Receipt.of(text, found.span())),
                found.kind(),
                found.pointCount(),
                found.sponsor(),
                null,
                found.rule(),
                found.confidence(),
                null);
    }
}
