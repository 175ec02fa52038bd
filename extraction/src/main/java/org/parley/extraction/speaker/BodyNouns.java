package org.parley.extraction.speaker;

import java.util.HashSet;
import java.util.Set;
import org.parley.extraction.text.Table;

/** Common nouns for bodies that speak: "ministry", "party", "court". */
final class BodyNouns {

    private static final Set<String> NOUNS = new HashSet<>();

    static {
        for (String[] row : Table.rows("attribution/speaking-nouns.tsv", BodyNouns.class)) {
            if (row[1].equals("body")) {
                NOUNS.add(row[0]);
            }
        }
    }

    private BodyNouns() {}

    static boolean isBody(String lemma) {
        return NOUNS.contains(lemma);
    }
}
