package org.parley.events.receipt;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.parley.events.table.Json;
import org.parley.extraction.Span;

/**
 * Shows the receipts of one row as they stand in the article's current version.
 *
 * @param article whose text they quote
 * @param version the version they were read from
 * @param current the version they are placed in
 * @param moved where each stands there, by its place in {@code version}; needed only when the two differ
 */
public record Placements(UUID article, int version, int current, Map<String, Placed> moved) {

    private static final TypeReference<Map<String, Placed>> SPANS = new TypeReference<>() {};

    /** From the columns: {@code spans} may be null when both versions are the same. */
    public static Placements of(UUID article, int version, int current, String spans) {
        return new Placements(article, version, current, read(spans));
    }

    /** The column {@code spans}; empty for null. */
    public static Map<String, Placed> read(String spans) {
        return spans == null ? Map.of() : Json.read(spans, SPANS);
    }

    /** The same words at their place in a later version, without what stood around them before; empty where they have gone. */
    public static Optional<Receipt> moved(Receipt receipt, Map<String, Placed> spans) {
        Placed placed = spans.get(key(receipt));
        return placed == null || placed.span() == null
                ? Optional.empty()
                : Optional.of(new Receipt(
                        receipt.field(), placed.span().start(), placed.span().end(), receipt.exact(), "", ""));
    }

    /** The column {@code spans}: where each receipt of a row stands in the text that {@code map} leads to. */
    public static Map<String, Placed> spans(Collection<Receipt> receipts, SpanMap map) {
        Map<String, Placed> spans = new LinkedHashMap<>();
        for (Receipt receipt : receipts) {
            spans.computeIfAbsent(key(receipt), at -> map.place(receipt.span()));
        }
        return spans;
    }

    public ReceiptView show(Receipt receipt) {
        if (receipt == null) {
            return null;
        }
        Placed placed = version == current
                ? new Placed(Placement.PLACED, new Span(receipt.start(), receipt.end()))
                : moved.getOrDefault(key(receipt), Placed.ORPHANED);
        return ReceiptView.of(receipt, article, version, placed);
    }

    public List<ReceiptView> show(List<Receipt> receipts) {
        return receipts.stream().map(this::show).toList();
    }

    private static String key(Receipt receipt) {
        return receipt.start() + ":" + receipt.end();
    }
}
