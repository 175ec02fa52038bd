package org.parley.extraction.text;

/**
 * Words between quotation marks.
 *
 * @param start the opening mark
 * @param end one past the closing mark; where none closes it, the end of the paragraph
 * @param closed whether a mark closes it in this paragraph
 * @param continues whether it goes on from the paragraph before (that one was not closed, this one opens again)
 * @param single whether the marks are single ones
 */
public record Quotation(int start, int end, boolean closed, boolean continues, boolean single) {

    /** First character inside the marks. */
    public int innerStart() {
        return start + 1;
    }

    /** One past the last character inside the marks. */
    public int innerEnd() {
        return closed ? end - 1 : end;
    }

    public boolean holds(int at) {
        return start < at && at < end;
    }
}
