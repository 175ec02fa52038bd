package org.parley.extraction.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts text into sentences. No sentence runs over the end of a line, so a headline, a list item or a caption on a line of its own
 * stays by itself; and none is longer than {@value #LONGEST} tokens, so that a page without a full stop cannot hold up a parser.
 */
public final class Sentences {

    /** A longer run is a table or a list of names; it is cut at the last semicolon, comma or dash of its second half. */
    public static final int LONGEST = 160;

    private static final Set<String> SAID = Set.of(
            "said says asked asks told tells added adds wrote writes replied replies warned shouted cried wondered tweeted posted joked quipped demanded exclaimed"
                    .split(" "));

    private Sentences() {}

    public static List<Sentence> of(String text) {
        return of(text, 0, text.length());
    }

    /** Sentences of the characters {@code from} to {@code to}; offsets count in the whole {@code text}. */
    public static List<Sentence> of(String text, int from, int to) {
        List<Sentence> out = new ArrayList<>();
        int start = from;
        for (int i = from; i <= to; i++) {
            if (i == to || Chars.isLineEnd(text.charAt(i))) {
                if (i > start) {
                    line(Tokenizer.tokenize(text, start, i), out);
                }
                start = i + 1;
            }
        }
        return out;
    }

    private static void line(List<Token> tokens, List<Sentence> out) {
        int start = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (!mayEnd(tokens.get(i).form())) {
                continue;
            }
            int end = i + 1;
            while (end < tokens.size()
                    && touches(tokens, end)
                    && (Chars.isCloser(tokens.get(end).form())
                            || mayEnd(tokens.get(end).form()))) {
                end++;
            }
            if (end == tokens.size() || ends(tokens, start, i, end)) {
                cut(tokens, start, end, out);
                start = end;
            }
            i = end - 1;
        }
        cut(tokens, start, tokens.size(), out);
    }

    private static boolean mayEnd(String form) {
        char last = form.charAt(form.length() - 1);
        return last == '.' || last == '!' || last == '?' || last == '\u2026';
    }

    private static boolean touches(List<Token> tokens, int i) {
        return tokens.get(i).start() == tokens.get(i - 1).end();
    }

    /** Whether the sentence from {@code start} ends with the stop {@code at}; {@code next} is the token after stop and closing marks. */
    private static boolean ends(List<Token> tokens, int start, int at, int next) {
        String stop = tokens.get(at).form();
        String after = tokens.get(next).form();
        int word = next;
        while (word < tokens.size() - 1
                && (Chars.isQuote(tokens.get(word).form())
                        || "([-".contains(tokens.get(word).form()))) {
            word++;
        }
        char first = tokens.get(word).form().charAt(0);
        if (Character.isLowerCase(first)) {
            return false;
        }
        if (stop.equals(".")
                && at - start == 1
                && numbersAnItem(tokens.get(start).form())) {
            return false;
        }
        boolean quoted = next > at + 1;
        if (!quoted && touches(tokens, next) && !Character.isUpperCase(first)) {
            return false; // "No.7", ".)": something else than a sentence's end
        }
        if (stop.length() > 1 && stop.endsWith(".") && !stop.startsWith(".")) {
            return quoted || abbreviationEnds(stop, tokens.get(word).form(), word > next);
        }
        if (",;:)%".contains(after)) {
            return false;
        }
        return !(quoted && !stop.equals(".") && saidBy(tokens, next));
    }

    private static boolean numbersAnItem(String form) {
        return form.length() <= 3 && (form.chars().allMatch(Chars::isDigit) || form.length() == 1);
    }

    private static boolean abbreviationEnds(String stop, String word, boolean opensQuotation) {
        if (Abbreviations.beforeName(stop)) {
            return false;
        }
        if (Chars.isDigit(word.charAt(0))) {
            return stop.toLowerCase(Locale.ROOT).endsWith(".m.") && !Abbreviations.month(stop);
        }
        if (!Character.isLetter(word.charAt(0)) && !opensQuotation) {
            return false; // "Inc.,", "U.S.-backed"
        }
        boolean initial = stop.length() == 2;
        if (initial && word.length() == 1) {
            return false;
        }
        return Abbreviations.starter(word)
                || (opensQuotation && !initial)
                || stop.equals("p.m.")
                || stop.equals("a.m.")
                || stop.equals("etc.");
    }

    /** "... over?" Anna Berg asked: the name after the quotation goes on with the sentence. */
    private static boolean saidBy(List<Token> tokens, int next) {
        for (int i = next; i < Math.min(next + 5, tokens.size()); i++) {
            String form = tokens.get(i).form();
            if (SAID.contains(form)) {
                return i > next;
            }
            if (!Character.isUpperCase(form.charAt(0)) || Abbreviations.starter(form)) {
                return false;
            }
        }
        return false;
    }

    private static void cut(List<Token> tokens, int start, int end, List<Sentence> out) {
        int from = start;
        while (end - from > LONGEST) {
            int to = from + LONGEST;
            for (String marks : List.of(";", ",\u2014\u2013--:")) {
                int best = lastOf(tokens, from + LONGEST / 2, from + LONGEST, marks);
                if (best > 0) {
                    to = best;
                    break;
                }
            }
            out.add(new Sentence(tokens.subList(from, to)));
            from = to;
        }
        if (from < end) {
            out.add(new Sentence(tokens.subList(from, end)));
        }
    }

    private static int lastOf(List<Token> tokens, int from, int to, String marks) {
        for (int i = to - 1; i > from; i--) {
            if (marks.contains(tokens.get(i).form())) {
                return i + 1;
            }
        }
        return 0;
    }
}
