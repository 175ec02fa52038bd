package org.parley.extraction.proposal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.extraction.ExtractedVersion.Order;
import org.parley.extraction.Span;

/** One proposal while an article is being read: the phrases that name it and its versions. */
final class Line {

    final String family;
    final Set<String> sponsors = new LinkedHashSet<>();
    final Set<String> persons = new LinkedHashSet<>();
    /** Common nouns for bodies it is said to be of. */
    final Set<String> bodies = new LinkedHashSet<>();

    final Set<String> names = new LinkedHashSet<>();
    final Set<Integer> counts = new LinkedHashSet<>();
    final Set<String> heads = new LinkedHashSet<>();
    final List<Slot> slots = new ArrayList<>();
    /** The phrases, in order, with the version each means; null where that is open. */
    final Map<Candidate, Slot> members = new LinkedHashMap<>();

    /** Whether it came up as "an offer of its own". */
    boolean own;

    /** Whether a verb says that it was offered. */
    boolean offered;

    /** Whether it goes by its number of points alone. */
    boolean onlyCounted = true;

    int last;
    Line respondsTo;
    Span response;
    Span withdrawn;
    LocalDate withdrawnOn;

    Line(String family) {
        this.family = family;
    }

    List<Slot> versions() {
        return slots.stream().filter(Slot::isOpen).toList();
    }

    Slot counting(int count, int at) {
        Slot slot = versions().stream()
                .filter(s -> s.count != null && s.count == count)
                .findFirst()
                .orElse(null);
        return slot == null ? add(at) : slot;
    }

    Slot ordered(Order order, int ordinal, int at) {
        for (Slot slot : versions()) {
            if (ordinal > 0 ? slot.ordinal == ordinal : slot.order == order && slot.ordinal == 0) {
                return slot;
            }
        }
        Slot slot = add(at);
        slot.order = ordinal > 1 ? Order.LATER : order;
        slot.ordinal = ordinal;
        return slot;
    }

    Slot add(int at) {
        Slot slot = new Slot(this, at);
        slots.add(slot);
        return slot;
    }
}
