package org.parley.events.receipt;

import org.parley.extraction.Span;

/**
 * Where a receipt stands in another version.
 *
 * @param placement how
 * @param span where, or null when {@link Placement#ORPHANED}
 */
public record Placed(Placement placement, Span span) {

    static final Placed ORPHANED = new Placed(Placement.ORPHANED, null);
}
