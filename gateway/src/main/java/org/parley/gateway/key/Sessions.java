package org.parley.gateway.key;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Signs people in to the console: what their browser keeps is no key, is good for a day's work, and can be ended here. */
@ApplicationScoped
public class Sessions {

    /** How long one is signed in. */
    public static final Duration LIFE = Duration.ofHours(12);

    private final Keys keys;
    private final Clock clock;

    Sessions(Keys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Somebody signed in.
     *
     * @param text what their browser keeps
     */
    public record Begun(String text, Visitor visitor) {}

    /** Who somebody is: the label of their key, and what they may do. */
    public record Visitor(String label, Set<Scope> scopes) {}

    /** Signs the holder of a key in; empty if the key is not good. */
    @Transactional
    public Optional<Begun> begin(String key) {
        return keys.holder(key).map(holder -> {
            Instant now = clock.instant();
            ConsoleSession.delete("endsAt < ?1", now);
            String text = KeyText.fresh();
            ConsoleSession session = new ConsoleSession();
            session.id = UuidCreator.getTimeOrderedEpoch();
            session.hash = KeyText.hash(text);
            session.keyId = holder.id();
            session.startedAt = now;
            session.endsAt = now.plus(LIFE);
            session.persist();
            return new Begun(text, visitor(holder));
        });
    }

    /** Who is signed in with this text, if anybody still is. */
    @Transactional
    public Optional<Visitor> visitor(String text) {
        return holder(text).map(Sessions::visitor);
    }

    /** The key behind this text, if it and the session are good. */
    @Transactional
    Optional<Keys.Holder> holder(String text) {
        if (!KeyText.isOne(text)) {
            return Optional.empty();
        }
        return ConsoleSession.byHash(KeyText.hash(text))
                .filter(session -> clock.instant().isBefore(session.endsAt))
                .flatMap(session -> keys.byId(session.keyId));
    }

    /** Signs out. */
    @Transactional
    public void end(String text) {
        ConsoleSession.delete("hash", KeyText.hash(text));
    }

    private static Visitor visitor(Keys.Holder holder) {
        AccessKey key = AccessKey.findById(holder.id());
        return new Visitor(key.label, holder.scopes());
    }
}
