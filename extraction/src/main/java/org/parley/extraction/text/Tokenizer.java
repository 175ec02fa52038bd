package org.parley.extraction.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts English text into words, numbers and marks, much as the Penn treebank does: clitics ("'s", "n't", "'ll") and marks stand alone,
 * abbreviations keep their stop, numbers their commas. Hyphenated words come apart at the hyphen, which is a token of its own
 * ("U.S. - backed", "28 - point", "al - Harouni"), unless what stands before it is a mere prefix ("pro-Russian", "re-elected") or a single
 * letter or a number follows a letter ("F-16", "COVID-19"). Every character that is not white space is in exactly one token. Time is linear.
 */
public final class Tokenizer {

    private static final Set<String> PREFIXES = Set.of(
            "anti bi co counter de e ex extra inter intra macro mega micro mid mini multi neo non para post pre pro pseudo quasi re semi sub super trans tri ultra un uni vice"
                    .split(" "));
    private static final Set<String> CLITICS = Set.of("s", "re", "ve", "ll", "d", "m");
    private static final Set<String> DOMAINS =
            Set.of("com org net ru ua uk eu info gov edu int io co de fr il ir tv news us cn ca au".split(" "));

    private final String text;
    private final int to;
    private final List<Token> out = new ArrayList<>();

    private Tokenizer(String text, int to) {
        this.text = text;
        this.to = to;
    }

    public static List<Token> tokenize(String text) {
        return tokenize(text, 0, text.length());
    }

    /** Tokens of the characters {@code from} to {@code to}; their offsets count in the whole {@code text}. */
    public static List<Token> tokenize(String text, int from, int to) {
        Tokenizer t = new Tokenizer(text, to);
        int at = from;
        while (at < to) {
            int c = text.codePointAt(at);
            at = Chars.isSpace(c) ? at + Character.charCount(c) : t.next(at, c);
        }
        return t.out;
    }

    private int next(int at, int c) {
        int end;
        if (Chars.isWord(c)) {
            end = address(at);
            return end > at ? add(at, end) : word(at);
        }
        if (Chars.isApostrophe(c)) {
            end = afterApostrophe(at);
        } else if ((c == '#' || c == '@') && Chars.isWord(at(at + 1))) {
            end = at + 1;
            while (Chars.isWord(at(end)) || at(end) == '_') {
                end++;
            }
        } else if (".-!?*=_~\u2026\u2014\u2013".indexOf(c) >= 0) {
            end = at + 1;
            while (at(end) == c) {
                end++;
            }
        } else {
            end = Math.min(to, at + Character.charCount(c));
        }
        return add(at, end);
    }

    /** A word and what clings to it; {@code at} is on its first letter or digit. */
    private int word(int at) {
        int n = negation(at, at);
        if (n > at && at > 0 && Character.isLetter(text.charAt(at - 1))) {
            return add(at, n);
        }
        int end = at;
        int part = at; // where the part since the last full stop begins
        boolean dotted = false; // "U.S", "p.m"
        while (end < to) {
            int c = text.codePointAt(end);
            int width = Character.charCount(c);
            if (Chars.isWord(c)) {
                if (end > at && negation(end, at) > end) {
                    break; // "is" + "n't"
                }
                end += width;
                continue;
            }
            int before = text.codePointBefore(end);
            int after = at(end + 1);
            if (!joins(c, before, after, at, part, end)) {
                break;
            }
            if (c == '.' && Character.isLetter(before)) {
                dotted = true;
                part = end + 1;
            }
            end += width;
        }
        end = Math.min(end, to);
        if (at(end) == '.' && keepsStop(at, part, end, dotted)) {
            end++;
        } else if (at(end) == '$' && end - at <= 2 && Character.isUpperCase(text.charAt(at))) {
            end++; // "US$"
        }
        int cut = contraction(at, end);
        if (cut > at) {
            add(at, cut);
            return add(cut, end);
        }
        return add(at, end);
    }

    /** Whether the mark {@code c} between {@code before} and {@code after} is inside the word. */
    private boolean joins(int c, int before, int after, int at, int part, int end) {
        if (end + 1 >= to || !Chars.isWord(after)) {
            return false;
        }
        boolean digits = Chars.isDigit(before) && Chars.isDigit(after);
        if (c == '.') {
            return digits
                    || (end - part == 1 && Character.isLetter(before) && Character.isLetter(after))
                    || domain(end);
        }
        if (c == ',' || c == ':' || c == '/') {
            return digits && (c != ',' || grouped(end));
        }
        if (Chars.isApostrophe(c)) {
            return Character.isLetter(before) && Character.isLetter(after) && clitic(end) == end;
        }
        if (Chars.isHyphen(c)) {
            boolean letterBefore = Character.isLetter(before);
            return (end - at == 1 && letterBefore)
                    || (letterBefore && Chars.isDigit(after) && end - at <= 6)
                    || (end - at <= 7
                            && PREFIXES.contains(text.substring(at, end).toLowerCase(Locale.ROOT)));
        }
        return c == '_' || (c == '&' && Character.isUpperCase(before) && Character.isUpperCase(after));
    }

    /** Whether three digits follow the comma, and no fourth: "1,000" is a number, "2019,2020" are two. */
    private boolean grouped(int comma) {
        return Chars.isDigit(at(comma + 1))
                && Chars.isDigit(at(comma + 2))
                && Chars.isDigit(at(comma + 3))
                && !Chars.isDigit(at(comma + 4));
    }

    /** "Znak.com", "x.co.uk" */
    private boolean domain(int dot) {
        int end = dot + 1;
        while (end < to && end - dot <= 6 && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return end - dot <= 6 && !Chars.isWord(at(end)) && DOMAINS.contains(text.substring(dot + 1, end));
    }

    private boolean keepsStop(int at, int part, int end, boolean dotted) {
        if (at(end + 1) == '.') {
            return false; // an ellipsis
        }
        if (end - part == 1
                && Character.isLetter(text.charAt(part))
                && (dotted || Character.isUpperCase(text.charAt(part)))) {
            return !(part == at && text.charAt(at) == 'I'); // "J." but not "It was I."
        }
        String word = end - at <= 6 ? text.substring(at, end) : "";
        if (word.equals("No") || word.equals("Nos")) {
            return at(end + 1) == ' ' && Chars.isDigit(at(end + 2));
        }
        return Abbreviations.takesStop(word);
    }

    /** The end of "n't" at {@code at}, or {@code at}. {@code word}: where its word begins; "n't" alone is none. */
    private int negation(int at, int word) {
        boolean is = (at(at) == 'n' || at(at) == 'N')
                && Chars.isApostrophe(at(at + 1))
                && (at(at + 2) == 't' || at(at + 2) == 'T')
                && !Chars.isWord(at(at + 3));
        return is && (at > word || at > 0) ? at + 3 : at;
    }

    /** "can" of "cannot", "gon" of "gonna": where the second half begins, else {@code at}. */
    private int contraction(int at, int end) {
        if (end - at < 5 || end - at > 6) {
            return at;
        }
        return switch (text.substring(at, end).toLowerCase(Locale.ROOT)) {
            case "cannot", "gonna", "wanna", "gotta" -> at + 3;
            default -> at;
        };
    }

    /** The end of the clitic that begins with the apostrophe at {@code at}, or {@code at}. */
    private int clitic(int at) {
        int end = at + 1;
        while (end < to && end - at <= 3 && Character.isLetter(text.charAt(end))) {
            end++;
        }
        boolean is = end <= to
                && !Chars.isWord(at(end))
                && CLITICS.contains(text.substring(at + 1, end).toLowerCase(Locale.ROOT));
        return is ? end : at;
    }

    private int afterApostrophe(int at) {
        boolean afterWord =
                at > 0 && (Chars.isWord(text.codePointBefore(at)) || ".)]\"\u201D".indexOf(text.charAt(at - 1)) >= 0);
        int clitic = clitic(at);
        if (afterWord && clitic > at) {
            return clitic;
        }
        if (Chars.isDigit(at(at + 1)) && Chars.isDigit(at(at + 2)) && at(at + 3) == 's') {
            return at + 4; // '90s
        }
        return at + 1;
    }

    /** The end of a web or mail address that begins here, or {@code at}. */
    private int address(int at) {
        boolean web = text.startsWith("http://", at) || text.startsWith("https://", at) || text.startsWith("www.", at);
        if (!web && !mail(at)) {
            return at;
        }
        int end = at;
        while (end < to && !Chars.isSpace(text.charAt(end)) && "<>\"\u201C\u201D".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        while (end > at && ".,;:!?'\u2019)]}".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    /** At most 64 characters are looked at, and only from a word's beginning, so the whole stays linear. */
    private boolean mail(int at) {
        int i = at;
        while (i < to && i - at < 64 && (Chars.isWord(text.charAt(i)) || "._+-".indexOf(text.charAt(i)) >= 0)) {
            i++;
        }
        return i > at && at(i) == '@' && Chars.isWord(at(i + 1));
    }

    /** The character there as a code point, or -1 beyond the end. */
    private int at(int i) {
        return i < to ? text.codePointAt(i) : -1;
    }

    private int add(int start, int end) {
        int stop = Math.min(end, to);
        out.add(new Token(start, stop, text.substring(start, stop)));
        return stop;
    }
}
