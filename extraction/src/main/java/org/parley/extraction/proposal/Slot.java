package org.parley.extraction.proposal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.parley.extraction.ExtractedPoint;
import org.parley.extraction.ExtractedVersion;
import org.parley.extraction.ExtractedVersion.Order;
import org.parley.extraction.Span;

/** One version of a proposal while an article is being read; what turn out to be two words for one version become one. */
final class Slot {

    final Line line;
    /** Where the text first speaks of it. */
    int since;

    /** Whether it came up as what was before: then a text that is named without more is not this one. */
    boolean past;

    Order order;
    int ordinal;
    Integer count;
    Span counted;
    LocalDate date;
    Span dated;
    Slot previous;
    Span revised;
    final Set<String> sponsors = new LinkedHashSet<>();
    final List<ExtractedPoint> points = new ArrayList<>();
    private Slot same;

    Slot(Line line, int since) {
        this.line = line;
        this.since = since;
    }

    /** The slot this one turned out to be. */
    Slot now() {
        return same == null ? this : same.now();
    }

    boolean isOpen() {
        return same == null;
    }

    /** Later in the line of versions is greater. */
    int rank() {
        return ordinal > 0 ? 10 + ordinal : order == Order.LATER ? 10 : order == Order.FIRST ? 0 : 5;
    }

    void mergeInto(Slot other) {
        if (other == this) {
            return;
        }
        same = other;
        other.past = since < other.since ? past : other.past;
        other.since = Math.min(other.since, since);
        other.order = other.order == null ? order : other.order;
        other.ordinal = Math.max(other.ordinal, ordinal);
        if (other.count == null) {
            other.count = count;
            other.counted = counted;
        }
        if (other.date == null) {
            other.date = date;
            other.dated = dated;
        }
        if (other.previous == null) {
            other.previous = previous;
            other.revised = revised;
        }
        other.sponsors.addAll(sponsors);
        other.points.addAll(points);
    }

    void comesFrom(Slot earlier, Span words) {
        if (previous == null && earlier != this && !earlier.comesAfter(this)) {
            previous = earlier;
            revised = words;
        }
    }

    /** Whether it goes back to another: so that no circle of versions comes about. */
    private boolean comesAfter(Slot other) {
        int steps = 0;
        for (Slot at = this; at != null && steps < 100; at = at.previous == null ? null : at.previous.now(), steps++) {
            if (at == other) {
                return true;
            }
        }
        return false;
    }

    ExtractedVersion version(int group, int before) {
        return new ExtractedVersion(group, order, ordinal, count, counted, date, dated, before, revised, points);
    }
}
