package org.parley.extraction;

import java.util.HashMap;
import java.util.Map;
import org.parley.extraction.attribution.Attribution;
import org.parley.extraction.speaker.SpeakerResolver;
import org.parley.extraction.text.Table;

/**
 * How likely a statement has its content and its speaker right: what its rule reached on texts with known statements (table
 * {@code confidence.tsv}), less for a weak cue and for every step from the words to the name.
 */
final class Confidence {

    private static final double UNKNOWN_RULE = 0.5;

    private final Map<String, Map<StatementForm, Double>> byRule = new HashMap<>();

    Confidence() {
        for (String[] row : Table.rows("confidence.tsv", Confidence.class)) {
            byRule.put(
                    row[0],
                    Map.of(
                            StatementForm.DIRECT, Double.valueOf(row[1]),
                            StatementForm.MIXED, Double.valueOf(row[2]),
                            StatementForm.INDIRECT, Double.valueOf(row[3])));
        }
    }

    /** Between 0 and 1, in hundredths. */
    double of(Attribution found, StatementForm form, SpeakerResolver.Resolved who) {
        double rule = byRule.getOrDefault(found.rule(), Map.of()).getOrDefault(form, UNKNOWN_RULE);
        return Math.round(100 * rule * found.certainty() * who.confidence()) / 100.0;
    }
}
