package org.parley.events.statement;

import org.parley.events.receipt.Receipt;

/**
 * A stretch of an article version that a person points at as what was said.
 *
 * @param articleVersion the version the offsets count in
 * @param start first character of its text, in UTF-16 code units
 * @param end one past the last
 * @param exact the characters themselves; as prefix and suffix taken from the text, whatever is sent
 */
public record CorrectedWords(
        Integer articleVersion, Integer start, Integer end, String exact, String prefix, String suffix) {

    public CorrectedWords of(Receipt taken) {
        return new CorrectedWords(articleVersion, start, end, taken.exact(), taken.prefix(), taken.suffix());
    }

    Receipt receipt() {
        return new Receipt(Receipt.Field.TEXT, start, end, exact, prefix, suffix);
    }
}
