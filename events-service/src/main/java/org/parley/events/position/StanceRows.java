package org.parley.events.position;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.parley.events.actor.Names;
import org.parley.events.actor.Parties;
import org.parley.events.table.Known;
import org.parley.events.table.Redirects;
import org.parley.events.table.Rows;
import org.parley.extraction.StanceValue;

/** Reads which statements express a stance, and whose it is. */
public final class StanceRows {

    /** What may be about somebody else's stance; {@link Claims} tells whether it is. */
    private static final String CLAIMED =
            " or r.content ~ '" + Claims.HINT + "' or r.content ~* '" + Claims.DENIED_HINT + "'";

    /** More statements than this are not weighed at once. */
    static final int MOST = 20_000;

    private static final UUID NOBODY = new UUID(0, 0);

    private final Handle handle;
    private final Instant knownAt;
    private final Map<String, UUID> named = new HashMap<>();

    /** @param knownAt as known then; null for now */
    public StanceRows(Handle handle, Instant knownAt) {
        this.handle = handle;
        this.knownAt = knownAt;
    }

    /**
     * The stances expressed until a day.
     *
     * @param where conditions, each with the list for the one parameter it names behind the colon; one on the speaker
     *     leaves in what others claim of anybody by name, so that holders are to be looked at afterwards
     */
    public List<Expressed> read(LocalDate until, Map<String, String> where) {
        String conditions = where.keySet().stream()
                .map(condition -> condition.startsWith("s.actor_id") ? "(" + condition + CLAIMED + ")" : condition)
                .collect(Collectors.joining(" and "));
        String sql = """
                select r.statement_id, r.content, b.proposal_id, b.version_id, b.stance, s.actor_id,
                    coalesce(r.stated_on, cast(r.sort_at at time zone 'UTC' as date)) as day, r.stated_on is not null as told
                from reading_about b join reading r on r.id = b.reading_id
                join reading_speaker s on s.reading_id = r.id
                where (b.stance is not null or r.content ~ '%s') and %s and %s and %s
                    and coalesce(r.stated_on, cast(r.sort_at at time zone 'UTC' as date)) <= :until
                    and not exists (select from review_decision d where d.kind = 'STATEMENT'
                        and d.subject = r.statement_id and d.verdict = 'REJECT' and %s)
                order by r.statement_id, b.position, s.position
                limit %d""".formatted(
                        Claims.HINT,
                        Known.rows("r", knownAt),
                        Known.rows("b", knownAt),
                        where.isEmpty() ? "true" : conditions,
                        Known.rows("d", knownAt),
                        MOST + 1);
        Query query = Known.query(handle, sql, knownAt).bind("until", until);
        where.forEach((condition, list) -> query.bind(condition.replaceFirst(".*:(\\w+).*", "$1"), list));
        List<Row> rows = query.map((row, context) -> row(row)).list();
        Set<UUID> ids = new HashSet<>();
        rows.forEach(row -> ids.addAll(Arrays.asList(row.speaker(), row.proposal(), row.version())));
        ids.remove(null);
        Map<UUID, UUID> current = Redirects.resolve(handle, ids, knownAt);
        Map<UUID, UUID> parties = Parties.of(
                handle, rows.stream().map(row -> current.get(row.speaker())).collect(Collectors.toSet()), knownAt);
        return rows.stream()
                .map(row -> expressed(row, current, parties))
                .filter(expressed -> expressed.stance() != null)
                .toList();
    }

    private record Row(
            UUID statement,
            String content,
            UUID proposal,
            UUID version,
            StanceValue stance,
            UUID speaker,
            LocalDate day,
            boolean dayKnown) {}

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                Rows.uuid(row, "statement_id"),
                row.getString("content"),
                Rows.uuid(row, "proposal_id"),
                Rows.uuid(row, "version_id"),
                Rows.name(row, "stance", StanceValue.class),
                Rows.uuid(row, "actor_id"),
                row.getObject("day", LocalDate.class),
                row.getBoolean("told"));
    }

    private Expressed expressed(Row row, Map<UUID, UUID> current, Map<UUID, UUID> parties) {
        UUID speaker = current.get(row.speaker());
        UUID party = parties.get(speaker);
        StanceValue stance = row.stance();
        UUID holder = speaker;
        UUID claimedBy = null;
        var claim = Claims.of(row.content());
        if (claim.isPresent()) {
            UUID other = actorNamed(claim.get().holder());
            if (other != null && !other.equals(speaker) && !other.equals(party)) {
                holder = other;
                party = other;
                claimedBy = speaker;
                stance = claim.get().stance();
            }
        }
        return new Expressed(
                row.statement(),
                holder,
                party,
                current.get(row.proposal()),
                row.version() == null ? null : current.get(row.version()),
                stance,
                row.day(),
                row.dayKnown(),
                claimedBy,
                Claims.denied(row.content()));
    }

    /** The one state or organisation of that name, or null. */
    private UUID actorNamed(String name) {
        return named.computeIfAbsent(
                                Names.normalised(name),
                                norm -> handle
                                        .createQuery("""
                                select distinct current_id(a.id, cast(:knownAt as timestamptz)) as id
                                from actor_alias n join actor a on a.id = n.actor_id
                                where n.norm = :norm and a.article_id is null and a.kind in ('STATE', 'ORGANISATION')
                                limit 2""")
                                        .bind("norm", norm)
                                        .bindByType("knownAt", knownAt, Instant.class)
                                        .mapTo(UUID.class)
                                        .list()
                                        .stream()
                                        .reduce((one, other) -> NOBODY)
                                        .orElse(NOBODY))
                        .equals(NOBODY)
                ? null
                : named.get(Names.normalised(name));
    }
}
