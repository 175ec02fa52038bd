package org.parley.events.conflict;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.parley.events.actor.Named;
import org.parley.events.conflict.Found.Evidence;
import org.parley.events.table.Rows;
import org.parley.extraction.StanceValue;

/** Reads the stances that articles tell in their own voice: "Osterland accepted the plan". */
final class ToldStances {

    /** One such place. */
    record Telling(
            UUID holder,
            UUID proposal,
            UUID version,
            StanceValue stance,
            LocalDate day,
            String outlet,
            Evidence evidence) {}

    private ToldStances() {}

    /** Toward these proposals; only of those holders of whom the words tell who they are. */
    static List<Telling> of(Handle handle, Collection<UUID> proposals) {
        return proposals.isEmpty() ? List.of() : read(handle, proposals);
    }

    /** The proposals on which articles have told something of a field, or taken it back, in this transaction. */
    static Set<UUID> news(Handle handle, String field, Instant now) {
        return handle.createQuery("""
                        select distinct g.proposal_id from (
                            select mention_id from assertion where known_at = :now and field = :field
                                and field in ('stance', 'status')
                            union select mention_id from assertion where superseded_at = :now and field = :field
                                and field in ('stance', 'status')) s
                        join meaning g on g.mention_id = s.mention_id""")
                .bind("now", now)
                .bind("field", field)
                .mapTo(UUID.class)
                .set();
    }

    private static List<Telling> read(Handle handle, Collection<UUID> proposals) {
        record Row(String words, UUID article, Telling telling) {}
        List<Row> rows = handle.createQuery("""
                        select s.id, s.article_id, s.value, s.receipts -> 0 ->> 'exact' as words, g.proposal_id, g.version_id,
                            cast(coalesce(a.published_at, s.known_at) at time zone 'UTC' as date) as day,
                            coalesce(o.name, 'no outlet named') as outlet
                        from meaning g join assertion s on s.mention_id = g.mention_id and s.superseded_at is null and s.field = 'stance'
                        join article a on a.id = s.article_id left join outlet o on o.id = a.outlet_id
                        where g.superseded_at is null and g.proposal_id = any(cast(string_to_array(:ids, ',') as uuid[]))""")
                .bind("ids", Rows.list(proposals))
                .map((row, context) -> new Row(
                        row.getString("words"),
                        Rows.uuid(row, "article_id"),
                        new Telling(
                                null,
                                Rows.uuid(row, "proposal_id"),
                                Rows.uuid(row, "version_id"),
                                Rows.name(row, "value", StanceValue.class),
                                row.getObject("day", LocalDate.class),
                                row.getString("outlet"),
                                new Evidence(null, Rows.uuid(row, "article_id"), null, Rows.uuid(row, "id"), null))))
                .list();
        Map<UUID, List<Row>> byArticle = new HashMap<>();
        rows.forEach(row -> byArticle
                .computeIfAbsent(row.article(), none -> new ArrayList<>())
                .add(row));
        List<Telling> tellings = new ArrayList<>();
        byArticle.forEach((article, its) -> {
            Map<String, UUID> named =
                    Named.in(handle, article, its.stream().map(Row::words).toList());
            for (Row row : its) {
                UUID holder = named.get(row.words());
                Telling one = row.telling();
                if (holder != null) {
                    tellings.add(new Telling(
                            holder,
                            one.proposal(),
                            one.version(),
                            one.stance(),
                            one.day(),
                            one.outlet(),
                            one.evidence()));
                }
            }
        });
        return tellings;
    }
}
