package org.parley.gateway.kept;

import static java.util.Objects.requireNonNull;

/** The states both services were in at a moment each. Equal ones: nothing was written in between. */
record RecordState(String sources, String events) {

    RecordState {
        requireNonNull(sources);
        requireNonNull(events);
    }
}
