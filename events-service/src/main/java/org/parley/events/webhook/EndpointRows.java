package org.parley.events.webhook;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.parley.kit.change.ChangeCursor;

/** Endpoints as rows. */
final class EndpointRows {

    private static final String SELECT = "select *, xid::text as xid_text from webhook_endpoint ";

    private EndpointRows() {}

    static void insert(Handle handle, EndpointRow row) {
        bound(handle.createUpdate("""
                        insert into webhook_endpoint (id, owner, url, label, types, proposals, actors, outlets, origins, signature,
                            secret, state, epoch, xid, seq, created_at)
                        values (:id, :owner, :url, :label, cast(:types as text[]), cast(:proposals as uuid[]),
                            cast(:actors as uuid[]), cast(:outlets as uuid[]), :origins, :signature, :secret, 'ACTIVE', :epoch,
                            cast(cast(:xid as text) as xid8), :seq, :now)"""), row.wanted())
                .bind("id", row.id())
                .bind("owner", row.owner())
                .bind("signature", row.wanted().signature())
                .bind("secret", row.secret())
                .bind("epoch", row.epoch())
                .bind("xid", Long.toUnsignedString(row.xid()))
                .bind("seq", row.seq())
                .bind("now", row.createdAt())
                .execute();
    }

    static void update(Handle handle, UUID id, EndpointWanted wanted) {
        bound(handle.createUpdate("""
                        update webhook_endpoint set url = :url, label = :label, types = cast(:types as text[]),
                            proposals = cast(:proposals as uuid[]), actors = cast(:actors as uuid[]),
                            outlets = cast(:outlets as uuid[]), origins = :origins, version = version + 1
                        where id = :id"""), wanted).bind("id", id).execute();
    }

    private static <S extends SqlStatement<S>> S bound(S statement, EndpointWanted wanted) {
        List<String> patterns = wanted.types().isEmpty()
                ? List.of("%")
                : wanted.types().stream().map(type -> type.replace('*', '%')).toList();
        return statement
                .bind("url", wanted.url())
                .bind("label", wanted.label())
                .bindArray("types", String.class, patterns)
                .bindArray("proposals", String.class, texts(wanted.proposal()))
                .bindArray("actors", String.class, texts(wanted.actor()))
                .bindArray("outlets", String.class, texts(wanted.outlet()))
                .bindByType("origins", wanted.origins(), Integer.class);
    }

    static List<String> texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toList();
    }

    /** @param owner null for anybody's */
    static List<EndpointRow> of(Handle handle, String owner) {
        return handle.createQuery(
                        SELECT + "where cast(:owner as text) is null or owner = :owner order by created_at desc, id")
                .bind("owner", owner)
                .map((row, context) -> row(row))
                .list();
    }

    static Optional<EndpointRow> byId(Handle handle, UUID id, boolean lock) {
        return handle.createQuery(SELECT + "where id = :id" + (lock ? " for update" : ""))
                .bind("id", id)
                .map((row, context) -> row(row))
                .findOne();
    }

    static List<EndpointRow> active(Handle handle) {
        return handle.createQuery(SELECT + "where state = 'ACTIVE'")
                .map((row, context) -> row(row))
                .list();
    }

    static void secrets(Handle handle, UUID id, String secret, String old, Instant oldUntil) {
        handle.createUpdate("""
                        update webhook_endpoint set secret = :secret, old_secret = :old, old_until = :until,
                            version = version + 1
                        where id = :id""")
                .bind("id", id)
                .bind("secret", secret)
                .bind("old", old)
                .bind("until", oldUntil)
                .execute();
    }

    static void state(Handle handle, UUID id, String state, String reason) {
        handle.createUpdate("""
                        update webhook_endpoint set state = :state, reason = :reason, failing_since = null,
                            version = version + 1
                        where id = :id""")
                .bind("id", id)
                .bind("state", state)
                .bind("reason", reason)
                .execute();
    }

    /** Moves the place it has been served up to. */
    static void move(Handle handle, UUID id, ChangeCursor place) {
        handle.createUpdate("""
                        update webhook_endpoint set epoch = :epoch, xid = cast(cast(:xid as text) as xid8), seq = :seq
                        where id = :id""")
                .bind("id", id)
                .bind("epoch", place.epoch())
                .bind("xid", Long.toUnsignedString(place.xid()))
                .bind("seq", place.seq())
                .execute();
    }

    private static EndpointRow row(ResultSet row) throws SQLException {
        List<String> patterns = Arrays.stream((String[]) row.getArray("types").getArray())
                .map(type -> type.replace('%', '*'))
                .toList();
        EndpointWanted wanted = new EndpointWanted(
                row.getString("url"),
                row.getString("label"),
                patterns.equals(List.of("*")) ? List.of() : patterns,
                ids(row.getArray("proposals")),
                ids(row.getArray("actors")),
                ids(row.getArray("outlets")),
                row.getObject("origins", Integer.class),
                null,
                row.getString("signature"),
                null,
                null);
        return new EndpointRow(
                row.getObject("id", UUID.class),
                row.getString("owner"),
                wanted,
                row.getString("secret"),
                row.getString("old_secret"),
                instant(row, "old_until"),
                row.getString("state"),
                row.getString("reason"),
                instant(row, "failing_since"),
                row.getObject("epoch", UUID.class),
                Long.parseUnsignedLong(row.getString("xid_text")),
                row.getLong("seq"),
                instant(row, "created_at"),
                row.getInt("version"));
    }

    private static List<UUID> ids(Array array) throws SQLException {
        return List.of((UUID[]) array.getArray());
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
