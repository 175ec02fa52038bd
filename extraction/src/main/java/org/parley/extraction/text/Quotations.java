package org.parley.extraction.text;

import java.util.ArrayList;
import java.util.List;
import org.parley.extraction.Span;

/**
 * Finds what stands in quotation marks, from the characters alone and in one pass.
 *
 * <p>Curly marks say themselves whether they open or close; a straight one opens where none is open and it stands before a
 * word. Marks inside an open quotation of another sort are its own matter and are not reported. Single marks are also
 * apostrophes: they open only before a word, and only if something after them can close. A quotation that no mark closes runs
 * to its paragraph's end; when the next paragraph opens with a mark again it is one quotation over several paragraphs.
 */
public final class Quotations {

    private static final int LEAST_UNCLOSED = 15;

    private final String text;
    private final List<Quotation> found = new ArrayList<>();
    private SingleMarks singles;
    /** Whether the paragraph's straight marks pair up when each other one opens: then the white space around them says nothing. */
    private boolean straightPairUp;

    private int lastEnd = -1;

    private Quotations(String text) {
        this.text = text;
    }

    /** The outermost quotations, in order, none overlapping another. */
    public static List<Quotation> of(String text) {
        return of(text, Paragraphs.of(text));
    }

    public static List<Quotation> of(String text, List<Span> paragraphs) {
        Quotations machine = new Quotations(text);
        for (Span paragraph : paragraphs) {
            machine.read(paragraph.start(), paragraph.end());
        }
        return machine.found;
    }

    private void read(int start, int end) {
        singles = new SingleMarks(text, start, end);
        straightPairUp = straightPairUp(start, end);
        boolean goesOn = lastIsOpen();
        lastEnd = end;
        int at = start;
        while (at < end) {
            if (at == start && holdsAnother(start, end)) {
                found.add(new Quotation(at, end, false, goesOn, false));
                return;
            }
            char closing = closingMark(at, start, end);
            if (closing == 0) {
                at++;
                continue;
            }
            boolean single = closing == '\u2019' || closing == '\'';
            int close = single ? singles.close(at) : close(at + 1, end, closing);
            boolean continues = goesOn && at == start;
            if (close >= 0) {
                found.add(new Quotation(at, close + 1, true, continues, single));
                at = close + 1;
            } else if (!single && end - at > LEAST_UNCLOSED && opensPlausibly(at, start)) {
                found.add(new Quotation(at, end, false, continues, false));
                at = end;
            } else {
                at++;
            }
        }
    }

    /**
     * A paragraph that opens with a mark, holds a whole quotation in the same marks and ends with neither closed, before one that opens
     * with a mark again: the quotation that goes over both quotes somebody.
     */
    private boolean holdsAnother(int start, int end) {
        if (text.charAt(start) != '\u201c') {
            return false;
        }
        int depth = 0;
        int deepest = 0;
        for (int i = start; i < end; i++) {
            depth += text.charAt(i) == '\u201c' ? 1 : text.charAt(i) == '\u201d' ? -1 : 0;
            deepest = Math.max(deepest, depth);
        }
        int next = end;
        while (next < text.length() && Paragraphs.isBlank(text.charAt(next))) {
            next++;
        }
        return depth == 1 && deepest == 2 && next < text.length() && text.charAt(next) == '\u201c';
    }

    private boolean lastIsOpen() {
        return !found.isEmpty()
                && !found.get(found.size() - 1).closed()
                && found.get(found.size() - 1).end() == lastEnd;
    }

    /** The mark that would close a quotation opened at this place, or 0 when none opens here. */
    private char closingMark(int at, int start, int end) {
        char c = text.charAt(at);
        char after = at + 1 < end ? text.charAt(at + 1) : ' ';
        return switch (c) {
            case '\u201c' -> '\u201d';
            case '\u201e' -> '\u201c';
            case '\u00ab' -> '\u00bb';
            case '"' -> isInches(at, start, end) || (!straightPairUp && Paragraphs.isBlank(after)) ? 0 : '"';
            case '\u2018' -> singles.canOpen(at) ? '\u2019' : 0;
            case '\'' -> singles.canOpen(at) ? '\'' : 0;
            default -> 0;
        };
    }

    private boolean straightPairUp(int start, int end) {
        boolean open = false;
        for (int i = start; i < end; i++) {
            if (text.charAt(i) == '"' && (open || !isInches(i, start, end))) {
                open = !open;
            }
        }
        return !open;
    }

    private boolean isInches(int at, int start, int end) {
        boolean digitBefore = at > start && Character.isDigit(text.charAt(at - 1));
        return digitBefore && (at + 1 == end || !Character.isLetterOrDigit(text.charAt(at + 1)));
    }

    /** Next mark of this sort in the paragraph, or -1; a second opening mark of the same sort means the first was not closed. */
    private int close(int from, int end, char mark) {
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (c == mark || (mark == '\u201c' && c == '\u201d')) {
                return i;
            }
        }
        return -1;
    }

    private boolean opensPlausibly(int at, int start) {
        return text.charAt(at) != '"' || at == start || !Character.isLetterOrDigit(text.charAt(at - 1));
    }
}
