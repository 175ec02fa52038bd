package org.parley.kit.change;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A change with its place in the feed, and what it speaks of.
 *
 * @param about as the database writes an array of ids; who reads pages never needs it
 */
public record ChangeRow(ChangeCursor place, CloudEvent event, String about) {

    Set<UUID> ids() {
        return Arrays.stream(about.substring(1, about.length() - 1).split(","))
                .filter(id -> !id.isEmpty())
                .map(UUID::fromString)
                .collect(Collectors.toUnmodifiableSet());
    }
}
