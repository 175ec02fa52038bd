package org.parley.gateway.key;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.ProblemException;

/** Makes, finds and revokes keys. */
@ApplicationScoped
public class Keys {

    /** How long a key that was found good is not looked up again; a revocation reaches other replicas in that time. */
    private static final Duration TRUSTED_FOR = Duration.ofSeconds(3);

    /** {@code last_used_at} is for people; writing it at each request would make every read a write. */
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    private final Clock clock;
    private final Cache<ByteBuffer, Holder> good = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(TRUSTED_FOR)
            .build();

    Keys(Clock clock) {
        this.clock = clock;
    }

    /**
     * Who holds a key that is good.
     *
     * @param costPerMinute what it may ask for, or null for what the installation says
     * @param documents the only ones it may ask for, by hash; empty if it may ask for any
     */
    record Holder(
            UUID id, Set<Scope> scopes, Instant expiresAt, Integer costPerMinute, Map<String, String> documents) {}

    /** A key that was just made, with its text, which is shown this once. */
    record Made(AccessKey key, String text) {}

    @Transactional
    Made create(String label, Set<Scope> scopes, Duration life, Integer costPerMinute) {
        String text = KeyText.fresh();
        AccessKey key = store(text, label, scopes, life);
        key.costPerMinute = costPerMinute;
        return new Made(key, text);
    }

    /** Gives a key another text; the one it had stays good for a while, so that nobody has to be quick. */
    @Transactional
    Made rotate(UUID id, Duration overlap) {
        AccessKey key = existing(id);
        if (key.revokedAt != null) {
            throw new ProblemException(ErrorCode.CONFLICT, "The key is revoked: make another one.");
        }
        String text = KeyText.fresh();
        key.oldHash = key.hash;
        key.oldUntil = clock.instant().plus(overlap);
        key.hash = KeyText.hash(text);
        good.invalidateAll();
        return new Made(key, text);
    }

    /** Sets what a key may ask for in a minute; null for what the installation says. */
    @Transactional
    AccessKey limit(UUID id, Integer costPerMinute) {
        AccessKey key = existing(id);
        key.costPerMinute = costPerMinute;
        good.invalidateAll();
        return key;
    }

    private static AccessKey existing(UUID id) {
        AccessKey key = AccessKey.findById(id);
        if (key == null) {
            throw ProblemException.notFound("There is no key with this id.");
        }
        return key;
    }

    /** Stores a key whose text exists already; nothing happens when it is stored. */
    @Transactional
    void adopt(String text, String label, Set<Scope> scopes) {
        if (AccessKey.byHash(KeyText.hash(text)).isEmpty()) {
            store(text, label, scopes, null);
        }
    }

    private AccessKey store(String text, String label, Set<Scope> scopes, Duration life) {
        AccessKey key = new AccessKey();
        key.id = UuidCreator.getTimeOrderedEpoch();
        key.label = label;
        key.hash = KeyText.hash(text);
        key.scopes = AccessKey.joined(scopes);
        key.createdAt = clock.instant();
        key.expiresAt = life == null ? null : key.createdAt.plus(life);
        key.persist();
        return key;
    }

    /** Who holds this key, if it is a good one. */
    Optional<Holder> holder(String text) {
        if (!KeyText.isOne(text)) {
            return Optional.empty();
        }
        byte[] hash = KeyText.hash(text);
        Holder known = good.getIfPresent(ByteBuffer.wrap(hash));
        if (known == null) {
            known = found(hash).orElse(null);
            if (known != null) {
                good.put(ByteBuffer.wrap(hash), known);
            }
        }
        return Optional.ofNullable(known)
                .filter(holder -> holder.expiresAt() == null || clock.instant().isBefore(holder.expiresAt()));
    }

    @Transactional
    Optional<Holder> found(byte[] hash) {
        // The index has compared hashes already; comparing again in constant time costs nothing.
        return AccessKey.byHash(hash)
                .filter(row -> MessageDigest.isEqual(row.hash, hash) || isRecent(row, hash))
                .filter(row -> row.revokedAt == null)
                .map(this::used);
    }

    /** Who holds the key with this id, if it is a good one. */
    @Transactional
    Optional<Holder> byId(UUID id) {
        return AccessKey.<AccessKey>findByIdOptional(id)
                .filter(row -> row.revokedAt == null)
                .filter(row -> row.expiresAt == null || clock.instant().isBefore(row.expiresAt))
                .map(this::used);
    }

    private Holder used(AccessKey row) {
        noteUse(row);
        return new Holder(row.id, row.scopeSet(), row.expiresAt, row.costPerMinute, TrustedDocument.of(row.id));
    }

    private boolean isRecent(AccessKey key, byte[] hash) {
        return key.oldHash != null
                && MessageDigest.isEqual(key.oldHash, hash)
                && clock.instant().isBefore(key.oldUntil);
    }

    private void noteUse(AccessKey key) {
        Instant now = clock.instant();
        if (key.lastUsedAt == null || key.lastUsedAt.isBefore(now.minus(USE_NOTED_EVERY))) {
            key.lastUsedAt = now;
        }
    }

    /** Lets a key ask for these documents alone; for any, when there are none. */
    @Transactional
    Map<String, String> trust(UUID id, List<String> documents) {
        existing(id);
        TrustedDocument.replace(id, documents);
        good.invalidateAll();
        return TrustedDocument.of(id);
    }

    @Transactional
    List<AccessKey> all() {
        return AccessKey.newestFirst();
    }

    @Transactional
    void revoke(UUID id) {
        AccessKey key = existing(id);
        if (key.revokedAt == null) {
            key.revokedAt = clock.instant();
        }
        good.invalidateAll();
    }
}
