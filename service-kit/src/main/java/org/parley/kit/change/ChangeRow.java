package org.parley.kit.change;

import java.util.Set;
import java.util.UUID;

/** A change with its place in the feed, and what it speaks of. */
record ChangeRow(ChangeCursor place, CloudEvent event, Set<UUID> about) {}
