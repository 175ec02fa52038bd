package org.parley.extraction.proposal;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

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

    /** Any of the words, the longer ones first, for a pattern. */
    static final String PATTERN = WORDS.stream()
            .skip(2)
            .sorted(Comparator.comparing(String::length).reversed())
            .collect(Collectors.joining("|"));

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
