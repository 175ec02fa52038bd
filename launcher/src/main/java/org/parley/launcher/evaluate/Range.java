package org.parley.launcher.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A stretch of a text; unlike a span of the extraction it may be empty or lie outside, as a prediction by others may.
 *
 * @param start first character, in UTF-16 code units
 * @param end one past the last
 */
record Range(int start, int end) implements Comparable<Range> {

    static List<Range> list(JsonNode array) {
        List<Range> ranges = new ArrayList<>();
        for (JsonNode node : array) {
            if (!node.path("start").isIntegralNumber() || !node.path("end").isIntegralNumber()) {
                throw new IllegalArgumentException(
                        "a part or ignored passage without the numbers \"start\" and \"end\"");
            }
            ranges.add(new Range(node.path("start").intValue(), node.path("end").intValue()));
        }
        return ranges;
    }

    int length() {
        return end - start;
    }

    int shared(Range other) {
        return Math.max(0, Math.min(end, other.end) - Math.max(start, other.start));
    }

    static int shared(List<Range> some, List<Range> others) {
        int sum = 0;
        for (Range one : some) {
            for (Range other : others) {
                sum += one.shared(other);
            }
        }
        return sum;
    }

    static int length(List<Range> ranges) {
        return ranges.stream().mapToInt(Range::length).sum();
    }

    /** The same characters in order and without overlap. */
    static List<Range> merged(List<Range> ranges) {
        List<Range> merged = new ArrayList<>();
        for (Range range : ranges.stream().sorted().toList()) {
            int last = merged.size() - 1;
            if (last >= 0 && range.start <= merged.get(last).end) {
                merged.set(last, new Range(merged.get(last).start, Math.max(merged.get(last).end, range.end)));
            } else {
                merged.add(range);
            }
        }
        return merged;
    }

    @Override
    public int compareTo(Range other) {
        return Comparator.comparingInt(Range::start)
                .thenComparingInt(Range::end)
                .compare(this, other);
    }
}
