package org.parley.extraction.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.extraction.Span;
import org.parley.extraction.syntax.Article;
import org.parley.extraction.text.Quotation;

/** Where a content begins and ends: out to its quotation marks, without a leading "that", without outer commas. */
final class Borders {

    private static final String OUTER = " ,;:\n\r\t\u00a0\u2014\u2013-";
    private static final int LEAST = 3;

    private static final Pattern CIRCUMSTANCE = Pattern.compile(
            "^(?:on |in |late |early |last )?(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|yesterday|today|week|month|year|recently|earlier|later)"
                    + "(?: (?:morning|afternoon|evening|night|on|this week|last week|\\p{L}+day))?,? (?=\\S)");

    /** "said | that was a matter for others". */
    private static final Pattern THAT_IS =
            Pattern.compile("that (?:is|was|has|had|would|will|could|may|might|did|does) ");

    private Borders() {}

    /** The spans tidied; those that hold nothing left out. */
    static List<Span> tidy(List<Span> spans, Article article) {
        List<Span> tidy = new ArrayList<>();
        for (Span span : spans) {
            Span one = tidy(span.start(), span.end(), article);
            if (one != null && one.length() >= LEAST && hasLetter(one, article.text())) {
                tidy.add(one);
            }
        }
        return tidy;
    }

    static Span tidy(int from, int to, Article article) {
        String text = article.text();
        int start = from;
        int end = to;
        int look = Math.max(0, from - 1);
        for (Quotation quotation : article.quotationsIn(new Span(look, Math.min(text.length(), to + 1)))) {
            int a = quotation.start();
            int b = quotation.end();
            boolean endsInside = a < end && end < b;
            if (endsInside || (a >= start - 2 && (a == end || end == b - 1))) {
                end = Math.max(end, b);
            }
            if ((a < start && start < b) || start == a + 1) {
                start = a;
            }
        }
        start = skipLead(text, start, end);
        while (end > start && OUTER.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        // A full stop after the closing mark, or after words without marks, is the sentence's.
        if (end > start && text.charAt(end - 1) == '.' && !endsAbbreviation(text, start, end)) {
            end--;
        }
        return end > start ? new Span(start, end) : null;
    }

    /** A content right after its cue without the day of saying: "said | on Thursday that | the road was open". */
    static Span afterCircumstance(Span span, int cueEnd, String text) {
        // What follows "that" is said, its day too: "said that on Monday the road had been open".
        if (span.start() - cueEnd > 12
                || span.start() < cueEnd
                || text.substring(cueEnd, span.start()).contains("that")) {
            return span;
        }
        Matcher lead = CIRCUMSTANCE.matcher(text.substring(span.start(), Math.min(span.end(), span.start() + 80)));
        if (!lead.find()) {
            return span;
        }
        int start = skipLead(text, span.start() + lead.end(), span.end());
        return start + LEAST < span.end() ? new Span(start, span.end()) : span;
    }

    private static int skipLead(String text, int from, int end) {
        int start = from;
        boolean moved = true;
        while (moved && start < end) {
            moved = false;
            while (start < end && OUTER.indexOf(text.charAt(start)) >= 0) {
                start++;
                moved = true;
            }
            boolean that = text.startsWith("that ", start) || text.startsWith("that, ", start);
            if (that
                    && start + 5 < end
                    && !THAT_IS.matcher(text).region(start, end).lookingAt()) {
                start += 5;
                moved = true;
            }
        }
        return start;
    }

    private static boolean endsAbbreviation(String text, int start, int end) {
        int word = end - 2;
        while (word >= start && Character.isLetter(text.charAt(word))) {
            word--;
        }
        return word >= start && text.charAt(word) == '.';
    }

    private static boolean hasLetter(Span span, String text) {
        for (int i = span.start(); i < span.end(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Without white space, outer commas and dashes; null when nothing is left. */
    static Span trim(Span span, String text) {
        int start = span.start();
        int end = span.end();
        while (start < end && OUTER.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && OUTER.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end > start ? new Span(start, end) : null;
    }
}
