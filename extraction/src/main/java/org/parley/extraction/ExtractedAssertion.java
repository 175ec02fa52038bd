package org.parley.extraction;

import java.util.List;

/**
 * What an article states in its own voice: never a statement.
 *
 * @param field what is stated: {@code pointCount}, {@code amount}, {@code date}, {@code version}, {@code stance} ...
 * @param value as understood, for instance "28"; of an amount number and unit ("1200000 ton"); of a stance its {@link StanceValue}
 * @param receipts the words, in order; of a stance first whose it is, then what is told of him
 * @param mention index into {@link Extraction#mentions()} of the proposal it is about, or -1
 */
public record ExtractedAssertion(String field, String value, List<Span> receipts, int mention) {

    public ExtractedAssertion {
        receipts = List.copyOf(receipts);
    }
}
