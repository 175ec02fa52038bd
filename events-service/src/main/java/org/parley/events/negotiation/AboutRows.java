package org.parley.events.negotiation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.parley.events.table.Rows;

/** Lets what statements are about follow the meaning of the mentions they rest on. */
final class AboutRows {

    private static final StateTable TABLE = new StateTable("reading_about", List.of("reading_id", "position"));

    private record Row(
            UUID readingId,
            int position,
            UUID proposalId,
            UUID versionId,
            UUID mentionId,
            boolean leads,
            String stance,
            Instant sortAt,
            UUID statementId,
            Instant knownAt,
            Instant supersededAt) {}

    private final Handle handle;
    private final Instant now;

    AboutRows(Handle handle, Instant now) {
        this.handle = handle;
        this.now = now;
    }

    /** @return the statements that are about something else now */
    Set<UUID> follow(Collection<UUID> mentions) {
        List<Row> rows = handle.createQuery("""
                        select b.reading_id, b.position, g.proposal_id, g.version_id, b.mention_id, b.stance, b.sort_at, b.statement_id,
                            row_number() over (partition by b.reading_id, g.proposal_id order by b.position) = 1 as leads
                        from reading_about b join meaning g on g.mention_id = b.mention_id and g.superseded_at is null
                        where b.superseded_at is null and b.reading_id in (
                            select reading_id from reading_about where superseded_at is null
                                and mention_id = any(cast(string_to_array(:mentions, ',') as uuid[])))""")
                .bind("mentions", Rows.list(mentions))
                .map((row, context) -> new Row(
                        Rows.uuid(row, "reading_id"),
                        row.getInt("position"),
                        Rows.uuid(row, "proposal_id"),
                        Rows.uuid(row, "version_id"),
                        Rows.uuid(row, "mention_id"),
                        row.getBoolean("leads"),
                        row.getString("stance"),
                        Rows.instant(row, "sort_at"),
                        Rows.uuid(row, "statement_id"),
                        now,
                        null))
                .list();
        List<UUID> readings = rows.stream().map(Row::readingId).distinct().toList();
        return TABLE.replace(handle, rows, "reading_id", readings, "statement_id", now);
    }
}
