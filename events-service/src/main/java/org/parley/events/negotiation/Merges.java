package org.parley.events.negotiation;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.parley.events.table.Rows;

/** Which proposals people have said to be one. */
final class Merges {

    private final Map<UUID, UUID> into = new HashMap<>();

    static Merges of(Handle handle) {
        Merges merges = new Merges();
        handle.createQuery("select from_id, into_id from proposal_merge where superseded_at is null")
                .map((row, context) -> merges.into.put(Rows.uuid(row, "from_id"), Rows.uuid(row, "into_id")))
                .list();
        return merges;
    }

    boolean isEmpty() {
        return into.isEmpty();
    }

    /** The proposal an id stands for in the end; no circle of merges is ever entered. */
    UUID target(UUID id) {
        UUID at = id;
        while (into.containsKey(at)) {
            at = into.get(at);
        }
        return at;
    }

    List<UUID> targets(Collection<UUID> ids) {
        return ids.stream().map(this::target).toList();
    }
}
