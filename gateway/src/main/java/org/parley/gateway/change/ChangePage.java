package org.parley.gateway.change;

import java.util.List;

/** A part of the change feed; {@code next} is the cursor behind it. */
record ChangePage(List<Change> events, String next) {}
