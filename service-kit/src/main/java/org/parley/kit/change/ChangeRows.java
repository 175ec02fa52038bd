package org.parley.kit.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** The feed's rows in its one order, below the oldest transaction that still runs. */
@ApplicationScoped
class ChangeRows {

    /** What follows a place and cannot get company any more. */
    private static final String BEYOND = """
            from outbox o
            where (o.xid, o.seq) > (cast(cast(:xid as text) as xid8), :seq)
              and o.xid < pg_snapshot_xmin(pg_current_snapshot())""";

    private static final String COLUMNS =
            "select o.xid::text as xid_text, o.seq, o.id, o.type, o.subject, o.at, o.data::text as data, o.about::text as about ";

    private final Jdbi jdbi;
    private final String source;

    ChangeRows(Jdbi jdbi, @ConfigProperty(name = "parley.service.name") String service) {
        this.jdbi = jdbi;
        this.source = "/" + service;
    }

    /** The rows behind a place. */
    List<ChangeRow> after(ChangeCursor from, int limit) {
        return jdbi.withHandle(
                handle -> placed(handle.createQuery(COLUMNS + BEYOND + " order by o.xid, o.seq limit :limit"), from)
                        .bind("limit", limit)
                        .setFetchSize(limit)
                        .map((row, context) -> row(from.epoch(), row))
                        .list());
    }

    /** The rows behind a place, up to another one, that a filter takes. */
    List<ChangeRow> between(ChangeCursor from, ChangeCursor to, ChangeFilter filter, int limit) {
        StringBuilder wanted = new StringBuilder(COLUMNS + BEYOND);
        wanted.append(" and (o.xid, o.seq) <= (cast(cast(:toXid as text) as xid8), :toSeq)");
        if (!filter.types().isEmpty()) {
            wanted.append(" and o.type = any(cast(:types as text[]))");
        }
        for (int i = 0; i < filter.about().size(); i++) {
            wanted.append(" and o.about && cast(:about").append(i).append(" as uuid[])");
        }
        if (filter.origins() > 0) {
            wanted.append(" and ").append(ChangeFilter.REACHES.formatted(":origins"));
        }
        return jdbi.withHandle(handle -> {
            Query query = placed(handle.createQuery(wanted + " order by o.xid, o.seq limit :limit"), from)
                    .bind("toXid", Long.toUnsignedString(to.xid()))
                    .bind("toSeq", to.seq())
                    .bind("limit", limit)
                    .setFetchSize(limit);
            if (!filter.types().isEmpty()) {
                query.bindArray("types", String.class, filter.types());
            }
            if (filter.origins() > 0) {
                query.bind("origins", filter.origins());
            }
            for (int i = 0; i < filter.about().size(); i++) {
                query.bindArray(
                        "about" + i,
                        String.class,
                        filter.about().get(i).stream().map(UUID::toString).toList());
            }
            return query.map((row, context) -> row(from.epoch(), row)).list();
        });
    }

    /** The place so many rows behind another one, or of the last row there is; nothing if there is none. */
    static Optional<ChangeCursor> ahead(Handle handle, ChangeCursor from, int rows) {
        return placed(
                        handle.createQuery("select xid::text as xid_text, seq from (select o.xid, o.seq " + BEYOND
                                + " order by o.xid, o.seq limit :rows) w order by w.xid desc, w.seq desc limit 1"),
                        from)
                .bind("rows", rows)
                .map((row, context) -> place(from.epoch(), row))
                .findOne();
    }

    Optional<ChangeCursor> ahead(ChangeCursor from, int rows) {
        return jdbi.withHandle(handle -> ahead(handle, from, rows));
    }

    /** The place of the last row that can be read now. */
    Optional<ChangeCursor> last(UUID epoch) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        select o.xid::text as xid_text, o.seq from outbox o
                        where o.xid < pg_snapshot_xmin(pg_current_snapshot())
                        order by o.xid desc, o.seq desc
                        limit 1""").map((row, context) -> place(epoch, row)).findOne());
    }

    private static Query placed(Query query, ChangeCursor from) {
        return query.bind("xid", Long.toUnsignedString(from.xid())).bind("seq", from.seq());
    }

    private static ChangeCursor place(UUID epoch, ResultSet row) throws SQLException {
        return new ChangeCursor(epoch, Long.parseUnsignedLong(row.getString("xid_text")), row.getLong("seq"));
    }

    private ChangeRow row(UUID epoch, ResultSet row) throws SQLException {
        CloudEvent event = new CloudEvent(
                row.getObject("id", UUID.class),
                source,
                row.getString("type"),
                row.getString("subject"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("data"));
        return new ChangeRow(place(epoch, row), event, row.getString("about"));
    }
}
