package org.parley.extraction.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The function words of each language, looked up where they stand in a text: cutting out and lower-casing each word of an article to ask
 * a map for it took a third of the time of storing the article.
 */
final class FunctionWords {

    private static final int[] NONE = {};

    private final List<String> languages = new ArrayList<>();

    private final String[] words;
    private final int[][] languagesOf;
    private final int longest;

    private FunctionWords(Map<String, List<Integer>> byWord) {
        int size = Integer.highestOneBit(byWord.size()) * 4;
        words = new String[size];
        languagesOf = new int[size][];
        byWord.forEach((word, in) -> {
            int hash = 0;
            for (int i = 0; i < word.length(); i++) {
                hash = hash(hash, word.charAt(i));
            }
            int slot = slot(spread(hash));
            while (words[slot] != null) {
                slot = slot(slot + 1);
            }
            words[slot] = word;
            languagesOf[slot] = in.stream().mapToInt(Integer::intValue).toArray();
        });
        longest = byWord.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    static FunctionWords load() {
        Map<String, List<Integer>> byWord = new LinkedHashMap<>();
        List<String[]> rows = Table.rows("text/function-words.tsv", FunctionWords.class);
        for (int language = 0; language < rows.size(); language++) {
            for (String word : rows.get(language)[1].split(" ")) {
                byWord.computeIfAbsent(word, w -> new ArrayList<>(2)).add(language);
            }
        }
        FunctionWords loaded = new FunctionWords(byWord);
        rows.forEach(row -> loaded.languages.add(row[0]));
        return loaded;
    }

    int languages() {
        return languages.size();
    }

    String language(int number) {
        return languages.get(number);
    }

    /**
     * The numbers of the languages that have the word between two places of a text, in whatever case it stands there.
     *
     * @param hash of all its letters, one after the other: {@link #hash}
     */
    int[] languagesOf(char[] text, int start, int end, int hash) {
        if (end - start > longest) {
            return NONE;
        }
        for (int slot = slot(spread(hash)); words[slot] != null; slot = slot(slot + 1)) {
            if (isWord(words[slot], text, start, end)) {
                return languagesOf[slot];
            }
        }
        return NONE;
    }

    /** The hash of the letters so far and one more, in lower case; 0 before the first. */
    static int hash(int before, char letter) {
        return 31 * before + letter;
    }

    private static int spread(int hash) {
        return hash ^ (hash >>> 15);
    }

    private int slot(int hash) {
        return hash & (words.length - 1);
    }

    private static boolean isWord(String word, char[] text, int start, int end) {
        if (word.length() != end - start) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (Letters.lower(text[i]) != word.charAt(i - start)) {
                return false;
            }
        }
        return true;
    }
}
