package org.parley.extraction.text;

/**
 * Tells single quotation marks from apostrophes within one paragraph. Places are looked at once each, from the end, so that a
 * paragraph of nothing but marks takes linear time.
 */
final class SingleMarks {

    private final String text;
    private final int start;
    private final int end;
    /** For each place: the first place at or after it where a single mark surely closes; and where it may close. */
    private int[] sure;

    private int[] possible;

    SingleMarks(String text, int start, int end) {
        this.text = text;
        this.start = start;
        this.end = end;
    }

    boolean canOpen(int at) {
        char before = at > start ? text.charAt(at - 1) : ' ';
        char after = at + 1 < end ? text.charAt(at + 1) : ' ';
        boolean free = Paragraphs.isBlank(before) || "([\u2014\u2013-/:".indexOf(before) >= 0;
        return free
                && (Character.isUpperCase(after)
                        || Character.isLetter(after)
                        || Character.isDigit(after)
                        || "\u2026.$\u00a3\u20ac".indexOf(after) >= 0)
                && !isDecade(at);
    }

    /** Where a quotation opened at this place closes, or -1. */
    int close(int at) {
        if (sure == null) {
            look();
        }
        int from = at + 1 - start;
        if (from >= sure.length) {
            return -1;
        }
        int certain = sure[from];
        int perhaps = possible[from];
        if (perhaps < 0) {
            return certain;
        }
        // "the mills' quota' ...": a mark after s and before a small letter is rather a possessive if a surer one
        // follows
        // before the next quotation opens.
        return certain >= 0 && certain > perhaps && !opensBetween(perhaps + 1, certain) ? certain : perhaps;
    }

    private boolean opensBetween(int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if ((c == '\u2018' || c == '\'') && canOpen(i)) {
                return true;
            }
            if (i - from > 600) {
                return true;
            }
        }
        return false;
    }

    private void look() {
        int size = end - start;
        sure = new int[size];
        possible = new int[size];
        int nextSure = -1;
        int nextPossible = -1;
        for (int i = end - 1; i >= start; i--) {
            char c = text.charAt(i);
            if ((c == '\u2019' || c == '\'') && closes(i)) {
                if (mayBePossessive(i)) {
                    nextPossible = i;
                } else {
                    nextSure = i;
                    nextPossible = -1;
                }
            }
            sure[i - start] = nextSure;
            possible[i - start] = nextPossible;
        }
    }

    private boolean closes(int at) {
        char before = at > start ? text.charAt(at - 1) : ' ';
        char after = at + 1 < end ? text.charAt(at + 1) : ' ';
        return !Paragraphs.isBlank(before) && !Character.isLetterOrDigit(after);
    }

    private boolean mayBePossessive(int at) {
        char before = text.charAt(at - 1);
        if ((before != 's' && before != 'S') || at + 2 >= end) {
            return false;
        }
        return text.charAt(at + 1) == ' ' && Character.isLetter(text.charAt(at + 2));
    }

    private boolean isDecade(int at) {
        return at + 3 < end
                && Character.isDigit(text.charAt(at + 1))
                && Character.isDigit(text.charAt(at + 2))
                && text.charAt(at + 3) == 's';
    }
}
