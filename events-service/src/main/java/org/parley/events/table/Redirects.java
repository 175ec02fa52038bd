package org.parley.events.table;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Ids that went away, and the ones to use instead. */
public final class Redirects {

    private Redirects() {}

    /** For each id the one to use: itself, unless it was redirected, perhaps more than once. */
    public static Map<UUID, UUID> resolve(Handle handle, Collection<UUID> ids) {
        return resolve(handle, ids, null);
    }

    /** As {@link #resolve(Handle, Collection)}, by the redirects as they stood at a time; null for now. */
    public static Map<UUID, UUID> resolve(Handle handle, Collection<UUID> ids, Instant knownAt) {
        Map<UUID, UUID> current = new HashMap<>();
        ids.forEach(id -> current.put(id, id));
        if (!ids.isEmpty()) {
            handle.createQuery("""
                            select i.id as asked, %s as now
                            from unnest(cast(string_to_array(:ids, ',') as uuid[])) i(id)""".formatted(current("i.id")))
                    .bind("ids", Rows.list(current.keySet()))
                    .bindByType("knownAt", knownAt, Instant.class)
                    .map((row, context) -> current.put(Rows.uuid(row, "asked"), Rows.uuid(row, "now")))
                    .list();
        }
        return current;
    }

    /** SQL for the id to use instead of {@code id}, as of {@code :knownAt}; following them is left to the few that lead on. */
    public static String current(String id) {
        return "case when exists (select from redirect where from_id = %1$s) then current_id(%1$s, cast(:knownAt as timestamptz)) else %1$s end"
                .formatted(id);
    }

    /**
     * Lets an id that went away lead to another one; if it leads there already, nothing is written.
     *
     * @param reason why, in one word
     */
    public static void enter(Handle handle, UUID from, UUID to, String reason, Instant now) {
        handle.createUpdate("""
                        update redirect set superseded_at = :now
                        where from_id = :from and to_id <> :to and superseded_at is null""")
                .bind("now", now)
                .bind("from", from)
                .bind("to", to)
                .execute();
        handle.createUpdate("""
                        insert into redirect (id, from_id, to_id, reason, known_at) select :id, :from, :to, :reason, :now
                        where not exists (select from redirect where from_id = :from and superseded_at is null)""")
                .bind("id", UuidCreator.getTimeOrderedEpoch())
                .bind("from", from)
                .bind("to", to)
                .bind("reason", reason)
                .bind("now", now)
                .execute();
    }

    /**
     * For each id those to look rows up by: the current one, which comes first, and all that lead to it, under which rows
     * were stored.
     */
    public static Map<UUID, Set<UUID>> groups(Handle handle, Collection<UUID> ids) {
        Map<UUID, Set<UUID>> groups = new HashMap<>();
        if (ids.isEmpty()) {
            return groups;
        }
        Map<UUID, Set<UUID>> led = new HashMap<>();
        handle.createQuery("""
                        select i.asked, i.now, exists (
                            select from redirect d where d.superseded_at is null and d.to_id = i.now) as led
                        from (select u.id as asked, %s as now
                            from unnest(cast(string_to_array(:ids, ',') as uuid[])) u(id)) i""".formatted(current("u.id")))
                .bind("ids", Rows.list(Set.copyOf(ids)))
                .bindByType("knownAt", null, Instant.class)
                .map((row, context) -> {
                    UUID now = Rows.uuid(row, "now");
                    Set<UUID> group = led.getOrDefault(now, new LinkedHashSet<>(Set.of(now)));
                    if (row.getBoolean("led")) {
                        led.put(now, group);
                    }
                    return groups.put(Rows.uuid(row, "asked"), group);
                })
                .list();
        if (!led.isEmpty()) {
            handle.createQuery("""
                            select i.id, m from unnest(cast(string_to_array(:ids, ',') as uuid[])) i(id)
                            cross join lateral merged_ids(i.id, null) m""")
                    .bind("ids", Rows.list(led.keySet()))
                    .map((row, context) -> led.get(Rows.uuid(row, "id")).add(Rows.uuid(row, "m")))
                    .list();
        }
        return groups;
    }

    /** The {@link #groups} of several ids as one. */
    public static Set<UUID> all(Handle handle, Collection<UUID> ids) {
        Set<UUID> all = new LinkedHashSet<>();
        groups(handle, ids).values().forEach(all::addAll);
        return all;
    }
}
