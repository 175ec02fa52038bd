package org.parley.launcher.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is counted: a quotation, cut where a sentence ends between two of its parts, without its quotation marks, outer
 * punctuation and a leading "that".
 *
 * @param ranges its words
 * @param quote the quotation it is of
 * @param neutral gold that neither earns nor costs anything
 */
record QuoteUnit(List<Range> ranges, Quote quote, boolean neutral) {

    private static final String OUTER =
            " \t\r\n\u00a0\"'\u201c\u201d\u2018\u2019\u00ab\u00bb`,;:.!?\u2013\u2014-\u2026";
    private static final Pattern SENTENCE_END = Pattern.compile("(?U)[.!?][\"\u201d\u2019')\\]]*\\s");
    private static final Pattern THAT = Pattern.compile("(?U)that[\\s,]+[\"\u201c\u2018']*");

    static List<QuoteUnit> of(Quote quote, String text, boolean neutral) {
        List<QuoteUnit> units = new ArrayList<>();
        List<Range> current = new ArrayList<>();
        int last = -1;
        for (Range part : quote.parts().stream().sorted().toList()) {
            int start = Math.max(0, part.start());
            int end = Math.min(text.length(), part.end());
            if (last >= 0 && endsSentence(text, last, start)) {
                add(units, current, quote, neutral);
                current = new ArrayList<>();
            }
            last = end;
            Range trimmed = trim(text, start, end);
            if (trimmed.length() > 0) {
                current.add(trimmed);
            }
        }
        add(units, current, quote, neutral);
        return units;
    }

    private static void add(List<QuoteUnit> units, List<Range> ranges, Quote quote, boolean neutral) {
        if (!ranges.isEmpty()) {
            units.add(new QuoteUnit(List.copyOf(ranges), quote, neutral));
        }
    }

    private static boolean endsSentence(String text, int from, int to) {
        String between = from < to ? text.substring(from, to) : "";
        return between.indexOf('\n') >= 0 || SENTENCE_END.matcher(between).find();
    }

    private static Range trim(String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && OUTER.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && OUTER.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        if (start < end) {
            Matcher that = THAT.matcher(text).region(start, end);
            if (that.lookingAt() && that.end() < end) {
                start = that.end();
            }
        }
        return new Range(start, end);
    }

    int length() {
        return Range.length(ranges);
    }

    double intersectionOverUnion(QuoteUnit other) {
        int shared = Range.shared(ranges, other.ranges);
        return shared == 0 ? 0 : (double) shared / (length() + other.length() - shared);
    }

    /** How much of this the other covers. */
    double coveredBy(QuoteUnit other) {
        return (double) Range.shared(ranges, other.ranges) / length();
    }
}
