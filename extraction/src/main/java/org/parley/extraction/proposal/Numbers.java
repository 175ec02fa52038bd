package org.parley.extraction.proposal;

import java.util.List;
import java.util.Locale;

/** Numbers as digits or words, as far as proposals have points. */
final class Numbers {

    private static final List<String> WORDS = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
            "twenty-one",
            "twenty-two",
            "twenty-three",
            "twenty-four",
            "twenty-five",
            "twenty-six",
            "twenty-seven",
            "twenty-eight",
            "twenty-nine",
            "thirty");

    private Numbers() {}

    /** The number a word stands for, or null. */
    static Integer of(String word) {
        if (!word.isEmpty() && word.length() <= 3 && word.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Integer.valueOf(word);
        }
        int i = WORDS.indexOf(word.toLowerCase(Locale.ROOT));
        return i > 0 ? i : null;
    }
}
