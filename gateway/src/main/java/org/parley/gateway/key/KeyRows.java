package org.parley.gateway.key;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The table of keys. */
@ApplicationScoped
class KeyRows {

    private static final String SELECT = "select * from access_key ";

    private final Jdbi jdbi;

    KeyRows(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Does nothing if there is a key with this text already. */
    void insert(AccessKey key, byte[] hash) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into access_key (id, label, hash, scopes, created_at, expires_at, cost_per_minute)
                        values (:id, :label, :hash, :scopes, :createdAt, :expiresAt, :costPerMinute)
                        on conflict (hash) do nothing
                        """)
                .bind("id", key.id())
                .bind("label", key.label())
                .bind("hash", hash)
                .bind("scopes", Scope.joined(key.scopes()))
                .bind("createdAt", key.createdAt())
                .bind("expiresAt", key.expiresAt())
                .bind("costPerMinute", key.costPerMinute())
                .execute());
    }

    /** The key whose text has this hash, or had it until it was rotated and may still be used. */
    Optional<AccessKey> byHash(byte[] hash, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        SELECT + "where hash = :hash or (old_hash = :hash and old_until > :now)")
                .bind("hash", hash)
                .bind("now", now)
                // The index has compared hashes already; comparing again in constant time costs nothing.
                .map((row, context) -> MessageDigest.isEqual(hash, row.getBytes("hash"))
                                || MessageDigest.isEqual(hash, row.getBytes("old_hash"))
                        ? key(row)
                        : null)
                .findFirst());
    }

    Optional<AccessKey> byId(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "where id = :id")
                .bind("id", id)
                .map((row, context) -> key(row))
                .findFirst());
    }

    /** The same, locked until the transaction ends. */
    Optional<AccessKey> locked(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "where id = :id for update")
                .bind("id", id)
                .map((row, context) -> key(row))
                .findFirst());
    }

    /** Its documents were changed. */
    void changed(UUID id) {
        jdbi.useHandle(handle -> handle.execute("update access_key set version = version + 1 where id = ?", id));
    }

    List<AccessKey> newestFirst() {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "order by created_at desc, id desc")
                .map((row, context) -> key(row))
                .list());
    }

    /** Gives a key another text; the one it had stays good until then. */
    void rotate(UUID id, byte[] hash, Instant oldUntil) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update access_key set old_hash = hash, old_until = :oldUntil, hash = :hash, version = version + 1 where id = :id
                        """)
                .bind("id", id)
                .bind("hash", hash)
                .bind("oldUntil", oldUntil)
                .execute());
    }

    void limit(UUID id, Integer costPerMinute) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update access_key set cost_per_minute = :cost, version = version + 1 where id = :id")
                .bind("id", id)
                .bind("cost", costPerMinute)
                .execute());
    }

    void revoke(UUID id, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update access_key set revoked_at = :now, version = version + 1 where id = :id and revoked_at is null")
                .bind("id", id)
                .bind("now", now)
                .execute());
    }

    void used(UUID id, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("update access_key set last_used_at = :now where id = :id")
                .bind("id", id)
                .bind("now", now)
                .execute());
    }

    private static AccessKey key(ResultSet row) throws SQLException {
        return new AccessKey(
                row.getObject("id", UUID.class),
                row.getString("label"),
                Scope.split(row.getString("scopes")),
                instant(row, "created_at"),
                instant(row, "expires_at"),
                instant(row, "last_used_at"),
                instant(row, "revoked_at"),
                row.getObject("cost_per_minute", Integer.class),
                instant(row, "old_until"),
                row.getInt("version"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
