package org.parley.extraction.text;

import java.util.regex.Pattern;

/** What tells a heading from a sentence. */
final class Headings {

    private static final Pattern LABEL =
            Pattern.compile("^[\\p{Lu}][\\p{L}.'\u2019 -]{0,50}:(?:\\s.*)?$", Pattern.DOTALL);

    private Headings() {}

    static boolean endsLikeSentence(String line) {
        int at = line.length() - 1;
        while (at > 0 && "\"'\u201d\u2019)]".indexOf(line.charAt(at)) >= 0) {
            at--;
        }
        char last = at >= 0 ? line.charAt(at) : '.';
        return last == '.' || last == ':' || last == ';' || last == ',' || last == '\u2026' || last == '\u2014';
    }

    static boolean opensQuotation(String line) {
        return "\"\u201c\u2018\u00ab\u201e".indexOf(line.charAt(0)) >= 0;
    }

    /** "Q: ...", "Pereda: ...": somebody's words, not a heading. */
    static boolean isLabel(String line) {
        return LABEL.matcher(line).matches();
    }

    static boolean mostlyCapitalised(String line) {
        int words = 0;
        int capital = 0;
        for (String word : line.split("\\s+")) {
            if (!word.isEmpty() && Character.isLetter(word.charAt(0)) && word.length() > 3) {
                words++;
                capital += Character.isUpperCase(word.charAt(0)) ? 1 : 0;
            }
        }
        return words > 0 && capital * 3 >= words * 2;
    }
}
