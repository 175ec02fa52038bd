package org.parley.sources.article;

import java.time.Instant;
import java.util.Comparator;

/**
 * Where a version stands among an article's versions: by when it was retrieved, then published, then by its arrival.
 * The last one is current, so an older copy that turns up late does not replace a newer one.
 */
record Place(Instant retrieved, Instant published, int number, String sha256) implements Comparable<Place> {

    private static final Comparator<Place> ORDER = Comparator.comparing(Place::retrieved)
            .thenComparing(Place::published, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparingInt(Place::number);

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
