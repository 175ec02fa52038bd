package org.parley.gateway.key;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.ProblemException;
import org.parley.kit.repeat.IfMatch;

/** Makes, finds and revokes keys. */
@ApplicationScoped
public class Keys {

    /** How long a key that was found good is not looked up again; a revocation reaches other replicas in that time. */
    private static final Duration TRUSTED_FOR = Duration.ofSeconds(3);

    /** {@code last_used_at} is for people; writing it at each request would make every read a write. */
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    private final Clock clock;
    private final KeyRows rows;
    private final TrustedDocuments documents;
    private final Cache<ByteBuffer, Holder> good = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(TRUSTED_FOR)
            .build();

    Keys(Clock clock, KeyRows rows, TrustedDocuments documents) {
        this.clock = clock;
        this.rows = rows;
        this.documents = documents;
    }

    /** A key that was just made, with its text, which is shown this once. */
    record Made(AccessKey key, String text) {}

    /** Documents a key may ask for, with their ids, and the version of the key that has them. */
    record Trusted(Map<String, String> documents, int version) {}

    @Transactional
    Made create(String label, Set<Scope> scopes, Duration life, Integer costPerMinute) {
        String text = KeyText.fresh();
        return new Made(store(text, label, scopes, life, costPerMinute), text);
    }

    /** Gives a key another text; the one it had stays good for a while, so that nobody has to be quick. */
    @Transactional
    Made rotate(UUID id, String ifMatch, Duration overlap) {
        if (matching(id, ifMatch).revokedAt() != null) {
            throw new ProblemException(ErrorCode.CONFLICT, "The key is revoked: make another one.");
        }
        String text = KeyText.fresh();
        rows.rotate(id, KeyText.hash(text), clock.instant().plus(overlap));
        good.invalidateAll();
        return new Made(existing(id), text);
    }

    /** Sets what a key may ask for in a minute; null for what the installation says. */
    @Transactional
    AccessKey limit(UUID id, String ifMatch, Integer costPerMinute) {
        matching(id, ifMatch);
        rows.limit(id, costPerMinute);
        good.invalidateAll();
        return existing(id);
    }

    /** Stores a key whose text exists already; nothing happens when it is stored. */
    @Transactional
    void adopt(String text, String label, Set<Scope> scopes) {
        store(text, label, scopes, null, null);
    }

    private AccessKey store(String text, String label, Set<Scope> scopes, Duration life, Integer costPerMinute) {
        Instant now = clock.instant();
        AccessKey key = new AccessKey(
                UuidCreator.getTimeOrderedEpoch(),
                label,
                new TreeSet<>(scopes),
                now,
                life == null ? null : now.plus(life),
                null,
                null,
                costPerMinute,
                null,
                1);
        rows.insert(key, KeyText.hash(text));
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
        return used(rows.byHash(hash, clock.instant()));
    }

    /** Who holds the key with this id, if it is a good one. */
    @Transactional
    Optional<Holder> byId(UUID id) {
        return used(rows.byId(id));
    }

    private Optional<Holder> used(Optional<AccessKey> key) {
        return key.filter(row -> row.goodAt(clock.instant())).map(row -> {
            noteUse(row);
            return new Holder(
                    row.id().toString(),
                    row.label(),
                    row.scopes(),
                    row.expiresAt(),
                    row.costPerMinute(),
                    documents.of(row.id()));
        });
    }

    private void noteUse(AccessKey key) {
        Instant now = clock.instant();
        if (key.lastUsedAt() == null || key.lastUsedAt().isBefore(now.minus(USE_NOTED_EVERY))) {
            rows.used(key.id(), now);
        }
    }

    /** Lets a key ask for these documents alone; for any, when there are none. */
    @Transactional
    Trusted trust(UUID id, String ifMatch, List<String> wanted) {
        matching(id, ifMatch);
        documents.replace(id, wanted);
        rows.changed(id);
        good.invalidateAll();
        return new Trusted(documents.of(id), existing(id).version());
    }

    /** The key with this id, whatever its state. */
    AccessKey existing(UUID id) {
        return rows.byId(id).orElseThrow(Keys::none);
    }

    /** The same, locked, if it is still what its editor has read. */
    private AccessKey matching(UUID id, String ifMatch) {
        AccessKey key = rows.locked(id).orElseThrow(Keys::none);
        IfMatch.expect(ifMatch, key.version());
        return key;
    }

    private static ProblemException none() {
        return ProblemException.notFound("There is no key with this id.");
    }

    List<AccessKey> all() {
        return rows.newestFirst();
    }

    @Transactional
    void revoke(UUID id, String ifMatch) {
        matching(id, ifMatch);
        rows.revoke(id, clock.instant());
        good.invalidateAll();
    }
}
