package org.parley.extraction.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Recognises a text's language by its script and by how many of its words are that language's function words. Good enough to
 * keep other languages from an engine that reads English; short texts stay undetermined.
 */
public final class Language {

    /** Tag for "cannot tell". */
    public static final String UNDETERMINED = "und";

    private static final int LEAST_WORDS = 12;
    private static final int MOST_WORDS = 2_000;
    private static final double LEAST_SHARE = 0.12;

    private static final Map<String, List<String>> FUNCTION_WORDS = load();

    private Language() {}

    /** BCP 47 tag of the language, {@value #UNDETERMINED} when the text is too short or too odd. */
    public static String of(String text) {
        String byScript = Scripts.language(text);
        if (byScript != null) {
            return byScript;
        }
        Map<String, Integer> hits = new HashMap<>();
        int words = 0;
        for (String word : words(text)) {
            words++;
            for (String language : FUNCTION_WORDS.getOrDefault(word, List.of())) {
                hits.merge(language, 1, Integer::sum);
            }
        }
        if (words < LEAST_WORDS) {
            return UNDETERMINED;
        }
        String best = UNDETERMINED;
        int most = 0;
        for (Map.Entry<String, Integer> hit : hits.entrySet()) {
            int count = hit.getValue();
            if (count > most || (count == most && hit.getKey().compareTo(best) < 0)) {
                most = count;
                best = hit.getKey();
            }
        }
        return most >= LEAST_SHARE * words ? best : UNDETERMINED;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length() && words.size() < MOST_WORDS; i++) {
            boolean letter = i < text.length() && Character.isLetter(text.charAt(i));
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                if (i - start <= 30) {
                    words.add(text.substring(start, i).toLowerCase(Locale.ROOT));
                }
                start = -1;
            }
        }
        return words;
    }

    private static Map<String, List<String>> load() {
        Map<String, List<String>> byWord = new HashMap<>();
        for (String[] row : Table.rows("text/function-words.tsv", Language.class)) {
            for (String word : row[1].split(" ")) {
                byWord.computeIfAbsent(word, w -> new ArrayList<>(2)).add(row[0]);
            }
        }
        return byWord;
    }
}
