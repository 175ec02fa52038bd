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
                        select actor_id, party_id
                        from parties_of(cast(string_to_array(:ids, ',') as uuid[]), cast(:knownAt as timestamptz))""")
                .bind("ids", Rows.list(actors))
                .bindByType("knownAt", knownAt, Instant.class)
                .map((row, context) -> parties.put(Rows.uuid(row, "actor_id"), Rows.uuid(row, "party_id")))
                .list();
        return parties;
    }

    /** The ids that statements of these parties are stored under: of the parties themselves, and of all who speak for them. */
    public static Set<UUID> speakers(Handle handle, Collection<UUID> parties) {
        Set<UUID> own = Redirects.all(handle, parties);
        Set<UUID> all = new LinkedHashSet<>(own);
        all.addAll(handle.createQuery("""
                        with own(id) as (select unnest(cast(string_to_array(:ids, ',') as uuid[]))),
                        shown(id, now) as materialized (
                            select distinct s.actor_id, current_id(s.actor_id, null) from own
                            join actor_alias n on n.actor_id = own.id
                            join actor_side s on s.norm = n.norm and s.superseded_at is null)
                        select s.id from shown s join parties_of(array(select now from shown), null) p on p.actor_id = s.now
                        where p.party_id in (select id from own)""")
                .bind("ids", Rows.list(own))
                .mapTo(UUID.class)
                .list());
        return all;
    }
}
