package org.parley.events.actor;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.parley.events.table.Redirects;
import org.parley.events.table.Rows;

/** Who speaks for a party. */
public final class Parties {

    private Parties() {}

    /** Of those who speak for a party, which: by the actors' ids. */
    public static Map<UUID, UUID> of(Handle handle, Collection<UUID> actors, Instant knownAt) {
        Map<UUID, UUID> parties = new HashMap<>();
        handle.createQuery("""
                        select i.id, party_of(i.id, cast(:knownAt as timestamptz)) as party
                        from unnest(cast(string_to_array(:ids, ',') as uuid[])) i(id)""")
                .bind("ids", Rows.list(actors))
                .bindByType("knownAt", knownAt, Instant.class)
                .map((row, context) -> parties.put(Rows.uuid(row, "id"), Rows.uuid(row, "party")))
                .list();
        return parties;
    }

    /** The ids that statements of these parties are stored under: of the parties themselves, and of all who speak for them. */
    public static Set<UUID> speakers(Handle handle, Collection<UUID> parties) {
        Set<UUID> own = Redirects.all(handle, parties);
        Set<UUID> all = new LinkedHashSet<>(own);
        all.addAll(handle.createQuery("""
                        select c.actor_id from (
                            select distinct s.actor_id from actor_alias n join actor_side s on s.norm = n.norm
                            where n.actor_id = any(cast(string_to_array(:ids, ',') as uuid[])) and s.superseded_at is null) c
                        where party_of(current_id(c.actor_id, null), null) = any(cast(string_to_array(:ids, ',') as uuid[]))""")
                .bind("ids", Rows.list(own))
                .mapTo(UUID.class)
                .list());
        return all;
    }
}
