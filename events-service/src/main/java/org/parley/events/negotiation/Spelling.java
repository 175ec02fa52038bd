package org.parley.events.negotiation;

import java.util.List;
import java.util.Map;

/**
 * Brings British and American spellings of a word together: "kilometre" and "kilometer", "labour" and "labor". For comparing only:
 * other words are bent in the same way on both sides.
 */
final class Spelling {

    private static final int SHORTEST = 5;

    /** Longer endings first. */
    private static final List<Map.Entry<String, String>> ENDINGS = List.of(
            Map.entry("isation", "ization"),
            Map.entry("ising", "izing"),
            Map.entry("ised", "ized"),
            Map.entry("ise", "ize"),
            Map.entry("yse", "yze"),
            Map.entry("tre", "ter"),
            Map.entry("ence", "ense"),
            Map.entry("ogue", "og"),
            Map.entry("mme", "m"));

    private Spelling() {}

    /** @param word in lower case, without the s of a plural */
    static String of(String word) {
        if (word.length() < SHORTEST) {
            return word;
        }
        String plain = word.replace("our", "or").replace("ll", "l");
        for (Map.Entry<String, String> ending : ENDINGS) {
            if (plain.endsWith(ending.getKey())) {
                return plain.substring(0, plain.length() - ending.getKey().length()) + ending.getValue();
            }
        }
        return plain;
    }
}
