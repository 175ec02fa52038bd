package org.parley.extraction;

import java.time.LocalDate;
import java.util.List;

/**
 * A version of a proposal as one article tells it.
 *
 * @param group the number that the mentions of this version carry
 * @param order what the article's words say of its place, or null
 * @param ordinal 2 for "the second draft", 3 for "the third"; 0 when the text does not count
 * @param pointCount the number of points stated, or null
 * @param counted the words that state it, or null
 * @param datedOn the day it was presented, or null
 * @param dated the words that tell, or null
 * @param previous the group of the version it came from, or -1
 * @param revised the words that tell it came from another, or null
 * @param points what the text says it holds, or no longer holds
 */
public record ExtractedVersion(
        int group,
        Order order,
        int ordinal,
        Integer pointCount,
        Span counted,
        LocalDate datedOn,
        Span dated,
        int previous,
        Span revised,
        List<ExtractedPoint> points) {

    /** Where the words put a version among the others. */
    public enum Order {
        /** "original", "first", "earlier". */
        FIRST,
        /** "revised", "new", "shortened". */
        LATER
    }

    public ExtractedVersion {
        points = List.copyOf(points);
    }
}
