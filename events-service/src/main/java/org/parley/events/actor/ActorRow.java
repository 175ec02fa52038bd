package org.parley.events.actor;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.parley.events.receipt.Placed;
import org.parley.events.receipt.Placements;
import org.parley.events.receipt.Receipt;
import org.parley.events.table.Json;
import org.parley.events.table.Rows;
import org.parley.extraction.Speaker;

/** Reads actors; the select wants {@code page(id)} and the parameter {@code knownAt}, which may be null. */
final class ActorRow {

    static final String SELECT = """
            select a.*,
                (select json_agg(n.alias order by length(n.alias) desc, n.alias) from (
                    select distinct n.alias from actor_alias n
                    where n.actor_id in (select a.id union all select merged_ids(a.id, cast(:knownAt as timestamptz))) and (cast(:knownAt as timestamptz) is null or n.known_at <= :knownAt)) n) as aliases,
                (select json_build_object('id', p.id, 'name', p.name, 'kind', p.kind) from actor p
                    where p.id = party_of(a.id, cast(:knownAt as timestamptz))) as party,
                (select json_agg(json_build_object('id', m.id, 'name', m.name, 'kind', m.kind) order by m.name, m.id)
                    from actor m where m.id in (select merged_ids(a.id, cast(:knownAt as timestamptz)))) as merged,
                (select json_agg(x order by x.known_at, x.role) from (
                    select distinct on (o.called) o.role, o.receipt, o.article_id, o.article_version, o.read_version, p.spans, o.known_at,
                        min(o.day) over (partition by o.called) as held_from,
                        max(o.day) filter (where o.ended is null or o.past or o.day <= o.ended) over (partition by o.called) as held_to
                    from (select n.*, min(n.day) filter (where n.past) over (partition by n.office) as ended
                        from (select r.*, c.read_version, lower(r.role) as called, lower(r.role) ~ '%1$s' as past,
                                regexp_replace(lower(r.role), '%1$s', '') as office,
                                cast(c.published_at at time zone 'UTC' as date) as day
                            from actor_role r join article c on c.id = r.article_id
                            where r.actor_id in (select a.id union all select merged_ids(a.id, cast(:knownAt as timestamptz))) and (
                                cast(:knownAt as timestamptz) is null and r.superseded_at is null
                                or r.known_at <= :knownAt and (r.superseded_at is null or r.superseded_at > :knownAt))) n) o
                    left join placement p on p.owner_id = o.id and p.article_version = o.read_version
                    order by o.called, o.day, o.known_at, o.id) x) as roles
            from page join actor a on a.id = page.id
            """.formatted("^(the )?(former|ex|retired|late)[ -]+");

    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};
    private static final TypeReference<List<ActorRef>> MERGED = new TypeReference<>() {};
    private static final TypeReference<List<StoredRole>> ROLES = new TypeReference<>() {};

    private record StoredRole(
            String role,
            LocalDate heldFrom,
            LocalDate heldTo,
            Receipt receipt,
            UUID articleId,
            int articleVersion,
            int readVersion,
            Map<String, Placed> spans) {

        ActorView.Role shown() {
            var placements = new Placements(articleId, articleVersion, readVersion, spans == null ? Map.of() : spans);
            return new ActorView.Role(role, heldFrom, heldTo, placements.show(receipt));
        }
    }

    private ActorRow() {}

    static ActorView of(ResultSet row) throws SQLException {
        String aliases = row.getString("aliases");
        String roles = row.getString("roles");
        String merged = row.getString("merged");
        return new ActorView(
                Rows.uuid(row, "id"),
                row.getString("name"),
                Rows.name(row, "kind", Speaker.Kind.class),
                aliases == null ? List.of() : Json.read(aliases, NAMES),
                roles == null
                        ? List.of()
                        : Json.read(roles, ROLES).stream()
                                .map(StoredRole::shown)
                                .toList(),
                Json.read(row.getString("party"), ActorRef.class),
                merged == null ? List.of() : Json.read(merged, MERGED),
                Rows.instant(row, "known_at"));
    }
}
