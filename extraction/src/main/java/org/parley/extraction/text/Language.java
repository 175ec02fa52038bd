package org.parley.extraction.text;

/**
 * Recognises a text's language by its script and by how many of its words are that language's function words. Good enough to
 * keep other languages from an engine that reads English; short texts stay undetermined.
 */
public final class Language {

    /** Tag for "cannot tell". */
    public static final String UNDETERMINED = "und";

    private static final int LEAST_WORDS = 12;
    private static final int MOST_WORDS = 2_000;
    private static final int LONGEST_WORD = 30;
    private static final double LEAST_SHARE = 0.12;

    private static final FunctionWords FUNCTION_WORDS = FunctionWords.load();

    private Language() {}

    /** BCP 47 tag of the language, {@value #UNDETERMINED} when the text is too short or too odd. */
    public static String of(String text) {
        // Each character is looked at several times; in an array that is quicker without the better compiler, too.
        char[] chars = text.toCharArray();
        String byScript = Scripts.language(chars);
        if (byScript != null) {
            return byScript;
        }
        int[] hits = new int[FUNCTION_WORDS.languages()];
        int words = count(chars, hits);
        if (words < LEAST_WORDS) {
            return UNDETERMINED;
        }
        String best = UNDETERMINED;
        int most = 0;
        for (int i = 0; i < hits.length; i++) {
            String language = FUNCTION_WORDS.language(i);
            if (hits[i] > most || (hits[i] == most && most > 0 && language.compareTo(best) < 0)) {
                most = hits[i];
                best = language;
            }
        }
        return most >= LEAST_SHARE * words ? best : UNDETERMINED;
    }

    /** The number of words looked at; {@code hits} are those of each language. */
    private static int count(char[] text, int[] hits) {
        int words = 0;
        int length = 0;
        int hash = 0;
        for (int i = 0; i <= text.length && words < MOST_WORDS; i++) {
            char letter = i < text.length ? Letters.lower(text[i]) : Letters.NONE;
            if (letter != Letters.NONE) {
                hash = FunctionWords.hash(hash, letter);
                length++;
            } else if (length > 0) {
                if (length <= LONGEST_WORD) {
                    words++;
                    for (int language : FUNCTION_WORDS.languagesOf(text, i - length, i, hash)) {
                        hits[language]++;
                    }
                }
                length = 0;
                hash = 0;
            }
        }
        return words;
    }
}
