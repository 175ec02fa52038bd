package org.parley.gateway.key;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** A key, as far as it is kept: its hash, what it may do and until when. */
@Entity
@Table(name = "access_key")
public class AccessKey extends PanacheEntityBase {

    @Id
    public UUID id;

    public String label;
    public byte[] hash;
    public String scopes;
    public Instant createdAt;
    public Instant expiresAt;
    public Instant lastUsedAt;
    public Instant revokedAt;

    /** Null: as much as the installation says. */
    public Integer costPerMinute;

    /** Of the text it had before it was rotated; good until {@link #oldUntil}. */
    public byte[] oldHash;

    public Instant oldUntil;

    static Optional<AccessKey> byHash(byte[] hash) {
        return find("hash = ?1 or oldHash = ?1", hash).firstResultOptional();
    }

    static List<AccessKey> newestFirst() {
        return list("order by createdAt desc, id desc");
    }

    Set<Scope> scopeSet() {
        return Arrays.stream(scopes.split(",")).map(Scope::of).collect(Collectors.toCollection(TreeSet::new));
    }

    static String joined(Collection<Scope> scopes) {
        return new TreeSet<>(scopes).stream().map(Scope::text).collect(Collectors.joining(","));
    }
}
