package org.parley.events.assertion;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.parley.events.receipt.ReceiptView;

/**
 * What an article states in its own voice; never a statement.
 *
 * @param field pointCount, revisedPointCount, amount, date, version or status
 * @param value as understood: "28", "1200000 ton", "2025-11-23", "withdrawn"
 * @param proposalId the proposal it is about, where that can be told
 */
@JsonInclude(Include.NON_NULL)
public record AssertionView(
        UUID id,
        UUID articleId,
        int articleVersion,
        String field,
        String value,
        List<ReceiptView> receipts,
        UUID proposalId,
        UUID versionId,
        UUID mentionId,
        Instant knownAt,
        Instant supersededAt) {}
