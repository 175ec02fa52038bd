package org.parley.events.actor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.parley.events.table.Rows;

/**
 * Finds pairs of people whose names are so alike that they may be one: another spelling, an initial for a first name.
 * Evidence this weak merges nothing; a person decides.
 */
public final class SameActors {

    /** Two people of one surname with different first names stay well below. */
    private static final double ALIKE = 0.6;

    /** Two actors that may be one. */
    public record Pair(UUID one, String oneName, UUID other, String otherName, double likeness) {}

    private SameActors() {}

    /** Pairs of which one is among {@code actors} and known since {@code now}: the others were looked at when they came. */
    public static List<Pair> of(Handle handle, Collection<UUID> actors, Instant now) {
        if (actors.isEmpty()) {
            return List.of();
        }
        handle.execute("set local pg_trgm.similarity_threshold = " + ALIKE);
        List<Pair> alike = handle.createQuery("""
                        select distinct on (least(a.id, b.id), greatest(a.id, b.id))
                            a.id, a.name, b.id as other, b.name as other_name, similarity(n.norm, m.norm) as likeness
                        from actor a
                        join actor_alias n on n.actor_id = a.id and n.alias = a.name
                        join actor_alias m on m.norm % n.norm
                        join actor b on b.id = m.actor_id and m.alias = b.name and b.id <> a.id
                        where a.id = any(cast(string_to_array(:ids, ',') as uuid[])) and a.known_at = :now
                            and a.kind = 'PERSON' and b.kind = 'PERSON' and a.article_id is null and b.article_id is null
                            and current_id(a.id, null) <> current_id(b.id, null)
                        limit 100""")
                .bind("ids", Rows.list(actors))
                .bind("now", now)
                .map((row, context) -> new Pair(
                        Rows.uuid(row, "id"),
                        row.getString("name"),
                        Rows.uuid(row, "other"),
                        row.getString("other_name"),
                        row.getDouble("likeness")))
                .list();
        List<Pair> pairs = new ArrayList<>();
        alike.stream()
                .filter(pair -> mayBeOne(pair.oneName(), pair.otherName()))
                .forEach(pairs::add);
        return pairs;
    }

    /** First names that both stand in full and begin differently are two people's. */
    static boolean mayBeOne(String one, String other) {
        String mine = Names.comparable(one);
        String theirs = Names.comparable(other);
        return !mine.isEmpty() && !theirs.isEmpty() && mine.charAt(0) == theirs.charAt(0);
    }
}
