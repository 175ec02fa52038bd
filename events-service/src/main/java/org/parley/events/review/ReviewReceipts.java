package org.parley.events.review;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.parley.events.receipt.Placements;
import org.parley.events.receipt.Receipt;
import org.parley.events.receipt.ReceiptView;
import org.parley.events.table.Json;
import org.parley.events.table.Rows;

/** The words that show what a question is about which is not one about statements: of each subject the latest few. */
final class ReviewReceipts {

    private static final TypeReference<List<Receipt>> RECEIPTS = new TypeReference<>() {};

    /** What an actor is called where it speaks, and the roles it is printed with; each differently told once. */
    private static final String ACTORS = """
            select k.key, x.*, c.read_version, p.spans from unnest(cast(string_to_array(:ids, ',') as uuid[])) k(key)
            cross join lateral (
                select * from (
                    (select distinct on (lower(o.role)) o.id as owner_id, o.article_id, o.article_version,
                        jsonb_build_array(o.receipt) as receipts, o.known_at from actor_role o
                    where o.actor_id = k.key and o.superseded_at is null order by lower(o.role), o.known_at desc, o.id)
                    union all
                    (select r.id, r.article_id, r.article_version, jsonb_build_array(r.speaker_mention), r.known_at
                    from reading_speaker s join reading r on r.id = s.reading_id and r.superseded_at is null
                        and jsonb_typeof(r.speaker_mention) = 'object'
                    where s.actor_id = k.key order by s.sort_at desc, s.statement_id limit 3)) each
                order by each.known_at desc, each.owner_id limit 5) x
            join article c on c.id = x.article_id
            left join placement p on p.owner_id = x.owner_id and p.article_version = c.read_version
            order by k.key, x.known_at desc, x.owner_id""";

    /** Where articles speak of a proposal. */
    private static final String PROPOSALS = """
            select k.key, x.*, c.read_version, p.spans from unnest(cast(string_to_array(:ids, ',') as uuid[])) k(key)
            cross join lateral (
                select m.id as owner_id, m.article_id, m.article_version, jsonb_build_array(m.receipt) as receipts, m.start_at, m.known_at
                from meaning g join mention m on m.id = g.mention_id and m.superseded_at is null
                where g.proposal_id = k.key and g.superseded_at is null
                order by g.basis = 'EXPLICIT' desc nulls last, m.known_at desc, m.start_at limit 3) x
            join article c on c.id = x.article_id
            left join placement p on p.owner_id = x.owner_id and p.article_version = c.read_version
            order by k.key, x.known_at desc, x.start_at""";

    private ReviewReceipts() {}

    static Map<UUID, List<ReceiptView>> ofActors(Handle handle, Collection<UUID> actors) {
        return read(handle, ACTORS, actors);
    }

    static Map<UUID, List<ReceiptView>> ofProposals(Handle handle, Collection<UUID> proposals) {
        return read(handle, PROPOSALS, proposals);
    }

    private static Map<UUID, List<ReceiptView>> read(Handle handle, String sql, Collection<UUID> ids) {
        Map<UUID, List<ReceiptView>> receipts = new HashMap<>();
        if (ids.isEmpty()) {
            return receipts;
        }
        handle.createQuery(sql)
                .bind("ids", Rows.list(ids))
                .map((row, context) -> receipts.computeIfAbsent(Rows.uuid(row, "key"), none -> new ArrayList<>())
                        .addAll(Placements.of(
                                        Rows.uuid(row, "article_id"),
                                        row.getInt("article_version"),
                                        row.getInt("read_version"),
                                        row.getString("spans"))
                                .show(Json.read(row.getString("receipts"), RECEIPTS))))
                .list();
        return receipts;
    }
}
