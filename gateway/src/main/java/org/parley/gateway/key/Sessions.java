package org.parley.gateway.key;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Signs people in to the console: what their browser keeps is no key, is good for a day's work, and can be ended here. */
@ApplicationScoped
public class Sessions {

    /** How long one is signed in. */
    public static final Duration LIFE = Duration.ofHours(12);

    private final Jdbi jdbi;
    private final Keys keys;
    private final Clock clock;

    Sessions(Jdbi jdbi, Keys keys, Clock clock) {
        this.jdbi = jdbi;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Somebody signed in.
     *
     * @param text what their browser keeps
     */
    public record Begun(String text, Visitor visitor) {}

    /** Who somebody is: their name or the label of their key, and what they may do. */
    public record Visitor(String label, Set<Scope> scopes) {}

    /** Signs the holder of a key in; empty if the key is not good. */
    @Transactional
    public Optional<Begun> begin(String key) {
        return keys.holder(key).map(holder -> begun(holder, UUID.fromString(holder.name()), LIFE));
    }

    /** Signs a person in that a provider vouches for, with the scopes this gives him now. */
    @Transactional
    public Begun begin(Holder person, Duration life) {
        return begun(person, null, life);
    }

    private Begun begun(Holder holder, UUID key, Duration life) {
        Instant now = clock.instant();
        String text = KeyText.fresh();
        jdbi.useHandle(handle -> {
            handle.createUpdate("delete from console_session where ends_at < :now")
                    .bind("now", now)
                    .execute();
            handle.createUpdate("""
                            insert into console_session (id, hash, key_id, person, scopes, started_at, ends_at)
                            values (:id, :hash, cast(:key as uuid), :person, :scopes, :now, :end)
                            """)
                    .bind("id", UuidCreator.getTimeOrderedEpoch())
                    .bind("hash", KeyText.hash(text))
                    .bind("key", key)
                    .bind("person", key == null ? holder.label() : null)
                    .bind("scopes", key == null ? Scope.joined(holder.scopes()) : null)
                    .bind("now", now)
                    .bind("end", now.plus(life))
                    .execute();
        });
        return new Begun(text, visitor(holder));
    }

    /** Who is signed in with this text, if anybody still is. */
    @Transactional
    public Optional<Visitor> visitor(String text) {
        return holder(text).map(Sessions::visitor);
    }

    /** The person or the key behind this text, if the session is good, and the key. */
    @Transactional
    Optional<Holder> holder(String text) {
        if (!KeyText.isOne(text)) {
            return Optional.empty();
        }
        return jdbi.withHandle(handle -> handle.createQuery(
                                "select key_id, person, scopes from console_session where hash = :hash and ends_at > :now")
                        .bind("hash", KeyText.hash(text))
                        .bind("now", clock.instant())
                        .map((row, context) -> new Session(
                                row.getObject("key_id", UUID.class), row.getString("person"), row.getString("scopes")))
                        .findOne())
                .flatMap(session -> session.key() == null
                        ? Optional.of(Holder.person(session.person(), Scope.split(session.scopes())))
                        : keys.byId(session.key()));
    }

    private record Session(UUID key, String person, String scopes) {}

    /** Signs out. */
    @Transactional
    public void end(String text) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from console_session where hash = :hash")
                .bind("hash", KeyText.hash(text))
                .execute());
    }

    private static Visitor visitor(Holder holder) {
        return new Visitor(holder.label(), holder.scopes());
    }
}
