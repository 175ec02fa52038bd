package org.parley.events.table;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Ids that went away, and the ones to use instead. */
public final class Redirects {

    private Redirects() {}

    /** For each id the one to use: itself, unless it was redirected, perhaps more than once. */
    public static Map<UUID, UUID> resolve(Handle handle, Collection<UUID> ids) {
        Map<UUID, UUID> current = new HashMap<>();
        ids.forEach(id -> current.put(id, id));
        if (!ids.isEmpty()) {
            handle.createQuery("""
                            with recursive hop(asked, now, hops) as (
                                select from_id, to_id, 1 from redirect
                                where superseded_at is null and from_id = any(cast(string_to_array(:ids, ',') as uuid[]))
                                union all
                                select hop.asked, r.to_id, hop.hops + 1
                                from hop join redirect r on r.from_id = hop.now and r.superseded_at is null
                                where hop.hops < 20)
                            select asked, now from hop order by hops""")
                    .bind("ids", Rows.list(ids))
                    .map((row, context) -> current.put(Rows.uuid(row, "asked"), Rows.uuid(row, "now")))
                    .list();
        }
        return current;
    }
}
