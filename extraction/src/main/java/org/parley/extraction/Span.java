package org.parley.extraction;

/**
 * A stretch of a text.
 *
 * @param start first character, in UTF-16 code units of the text as given (as Java's {@code String} counts)
 * @param end one past the last character, in the same unit; greater than {@code start}
 */
public record Span(int start, int end) implements Comparable<Span> {

    public Span {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("not a span: " + start + " to " + end);
        }
    }

    public int length() {
        return end - start;
    }

    /** The characters of {@code text} that this span names. */
    public String of(CharSequence text) {
        return text.subSequence(start, end).toString();
    }

    public boolean contains(int at) {
        return start <= at && at < end;
    }

    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    /** Number of characters that both spans hold. */
    public int intersection(Span other) {
        return Math.max(0, Math.min(end, other.end) - Math.max(start, other.start));
    }

    /** The smallest span that holds both. */
    public Span cover(Span other) {
        return new Span(Math.min(start, other.start), Math.max(end, other.end));
    }

    @Override
    public int compareTo(Span other) {
        return start != other.start ? Integer.compare(start, other.start) : Integer.compare(end, other.end);
    }
}
