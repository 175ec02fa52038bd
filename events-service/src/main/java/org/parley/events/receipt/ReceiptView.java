package org.parley.events.receipt;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.UUID;
import org.parley.extraction.Span;

/**
 * The proof of a row, as the API shows it.
 *
 * @param articleId the article, or null for a text that is not stored
 * @param articleVersion the version the offsets count in
 * @param exact exactly its characters from {@code start} to {@code end}
 * @param placement how it stands in the article's current version
 * @param current where it stands there; null if {@link Placement#ORPHANED}
 */
@JsonInclude(Include.NON_NULL)
public record ReceiptView(
        UUID articleId,
        Integer articleVersion,
        Receipt.Field field,
        int start,
        int end,
        String exact,
        String prefix,
        String suffix,
        Placement placement,
        Span current) {

    /** For a text that is not stored. */
    public static ReceiptView of(Receipt receipt) {
        return receipt == null ? null : of(receipt, null, null, null);
    }

    static ReceiptView of(Receipt receipt, UUID article, Integer version, Placed placed) {
        return new ReceiptView(
                article,
                version,
                receipt.field(),
                receipt.start(),
                receipt.end(),
                receipt.exact(),
                receipt.prefix(),
                receipt.suffix(),
                placed == null ? null : placed.placement(),
                placed == null ? null : placed.span());
    }
}
