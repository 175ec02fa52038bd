package org.parley.events.receipt;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.parley.extraction.Span;

/**
 * Carries spans of one text over to another by what the two have in common.
 *
 * <p>The texts are compared by paragraphs, and paragraphs that differ by words. Comparing costs at most a fixed amount
 * ({@link #MOST_STEPS}) whatever the texts; stretches that are larger count as rewritten.
 */
public final class SpanMap {

    /** Product of the lengths of two lists beyond which they are not compared. */
    private static final long MOST_STEPS = 4_000_000;
    /** Words that occur once in a text are evidence of where they went from this length on. */
    private static final int TELLING = 16;
    /** Characters around a span that stayed with it and so tell that it is the same one. */
    private static final int NEIGHBOURS = 4;
    /** Searching is linear in the text, so a text with very many receipts does not search for all of them. */
    private static final int MOST_SEARCHES = 500;

    private final String before;
    private final String after;
    private final List<Run> runs = new ArrayList<>();
    private int searches;

    /** A stretch that both texts hold. */
    private record Run(int before, int after, int length) {
        int beforeEnd() {
            return before + length;
        }
    }

    private SpanMap(String before, String after) {
        this.before = before;
        this.after = after;
    }

    /** The map from {@code before} to {@code after}. */
    public static SpanMap between(String before, String after) {
        SpanMap map = new SpanMap(before, after);
        if (before.equals(after)) {
            map.add(0, 0, before.length());
        } else {
            map.compare(
                    Piece.paragraphs(before, 0, before.length()),
                    Piece.paragraphs(after, 0, after.length()),
                    map::words);
        }
        return map;
    }

    /** Where the whole span stands in the new text: the same characters without a gap. */
    public Placed place(Span span) {
        for (Run run : runs) {
            if (run.before <= span.start() && span.end() <= run.beforeEnd()) {
                return neighboursStay(run, span) || once(after, span.of(before))
                        ? placed(span, span.start() - run.before + run.after)
                        : Placed.ORPHANED;
            }
        }
        return searched(span);
    }

    /**
     * From the first to the last character of {@code span} that the new text still has, rewritten words between them
     * included; empty when nothing is left of it.
     */
    public Optional<Span> remains(Span span) {
        Placed whole = place(span);
        if (whole.span() != null) {
            return Optional.of(whole.span());
        }
        int start = -1;
        int end = -1;
        for (Run run : runs) {
            int from = Math.max(span.start(), run.before);
            int to = Math.min(span.end(), run.beforeEnd());
            if (from < to && !before.substring(from, to).isBlank()) {
                start = start < 0 ? from - run.before + run.after : start;
                end = to - run.before + run.after;
            }
        }
        return start < 0 ? Optional.empty() : Optional.of(new Span(start, end));
    }

    private static Placed placed(Span span, int start) {
        return new Placed(
                start == span.start() ? Placement.PLACED : Placement.MOVED, new Span(start, start + span.length()));
    }

    /** Words that stand several times in the new text may be anybody's when everything around them is new. */
    private boolean neighboursStay(Run run, Span span) {
        boolean whole = run.before == 0 && run.beforeEnd() == before.length();
        return whole || run.length - span.length() >= NEIGHBOURS;
    }

    private boolean once(String text, String words) {
        int at = ++searches > MOST_SEARCHES ? -1 : text.indexOf(words);
        return at >= 0 && text.indexOf(words, at + 1) < 0;
    }

    /** A paragraph that was moved up or down is no common stretch in order, but telling words still say where it went. */
    private Placed searched(Span span) {
        String words = span.of(before);
        return span.length() >= TELLING && once(after, words) && once(before, words)
                ? placed(span, after.indexOf(words))
                : Placed.ORPHANED;
    }

    private void words(Piece old, Piece now) {
        compare(Piece.words(before, old.start(), old.end()), Piece.words(after, now.start(), now.end()), null);
    }

    private interface Finer {
        void compare(Piece old, Piece now);
    }

    private void compare(List<Piece> old, List<Piece> now, Finer finer) {
        int head = 0;
        while (head < old.size() && head < now.size() && same(old.get(head), now.get(head))) {
            keep(old.get(head), now.get(head++));
        }
        int tail = 0;
        while (tail < old.size() - head
                && tail < now.size() - head
                && same(old.get(old.size() - 1 - tail), now.get(now.size() - 1 - tail))) {
            tail++;
        }
        middle(old.subList(head, old.size() - tail), now.subList(head, now.size() - tail), finer);
        for (int i = tail; i > 0; i--) {
            keep(old.get(old.size() - i), now.get(now.size() - i));
        }
    }

    private void middle(List<Piece> old, List<Piece> now, Finer finer) {
        if (old.isEmpty() || now.isEmpty()) {
            return;
        }
        if ((long) old.size() * now.size() > MOST_STEPS) {
            rewritten(old, now, finer);
            return;
        }
        int i = 0;
        int j = 0;
        for (AbstractDelta<String> delta :
                DiffUtils.diff(texts(old, before), texts(now, after)).getDeltas()) {
            while (i < delta.getSource().getPosition()) {
                keep(old.get(i++), now.get(j++));
            }
            int oldEnd = i + delta.getSource().size();
            int nowEnd = j + delta.getTarget().size();
            if (oldEnd > i && nowEnd > j) {
                rewritten(old.subList(i, oldEnd), now.subList(j, nowEnd), finer);
            }
            i = oldEnd;
            j = nowEnd;
        }
        while (i < old.size()) {
            keep(old.get(i++), now.get(j++));
        }
    }

    private void rewritten(List<Piece> old, List<Piece> now, Finer finer) {
        if (finer != null) {
            finer.compare(Piece.cover(old), Piece.cover(now));
        }
    }

    private boolean same(Piece old, Piece now) {
        return old.length() == now.length() && before.regionMatches(old.start(), after, now.start(), old.length());
    }

    private void keep(Piece old, Piece now) {
        add(old.start(), now.start(), old.length());
    }

    private void add(int from, int to, int length) {
        Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
        if (last != null && last.beforeEnd() == from && last.after + last.length == to) {
            runs.set(runs.size() - 1, new Run(last.before, last.after, last.length + length));
        } else if (length > 0) {
            runs.add(new Run(from, to, length));
        }
    }

    private static List<String> texts(List<Piece> pieces, String text) {
        Function<Piece, String> words = piece -> text.substring(piece.start(), piece.end());
        return pieces.stream().map(words).toList();
    }
}
