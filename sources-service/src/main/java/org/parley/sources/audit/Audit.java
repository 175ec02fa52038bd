package org.parley.sources.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jdbi.v3.core.Jdbi;

/**
 * Notes each act of a caller that changes something, in the transaction that changes it: who, what, when, before and
 * after. What the service does by itself (polling, indexing) shows in the change feed, not here.
 */
@ApplicationScoped
public class Audit {

    private final Jdbi jdbi;
    private final ObjectMapper json;
    private final Clock clock;
    private final SecurityIdentity identity;

    Audit(Jdbi jdbi, ObjectMapper json, Clock clock, SecurityIdentity identity) {
        this.jdbi = jdbi;
        this.json = json;
        this.clock = clock;
        this.identity = identity;
    }

    /**
     * Who acts.
     *
     * @param name the access key's id, or a service's name
     * @param caller the service that vouches for it
     */
    public record Actor(String name, String caller) {}

    /** Who sent the present request; asked for before work leaves the request's thread. */
    public Actor actor() {
        var principal = identity.getPrincipal();
        return new Actor(principal.getName(), principal instanceof JsonWebToken token ? token.getIssuer() : "unknown");
    }

    /** Notes an act of who sent the present request; see {@link #note(Actor, String, String, Object, Object, Object)}. */
    public void note(String action, String kind, Object subject, Object before, Object after) {
        note(actor(), action, kind, subject, before, after);
    }

    /**
     * Notes an act; call it in the transaction that does it.
     *
     * @param action what was done, such as {@code article.retract}
     * @param kind what it was done to, such as {@code article}
     * @param subject its id, or null where there is none
     * @param before as it was, or null
     * @param after as it is, or null
     */
    public void note(Actor actor, String action, String kind, Object subject, Object before, Object after) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into audit (id, at, who, caller, action, subject_kind, subject_id, before, after)
                        values (:id, :at, :who, :caller, :action, :kind, :subject, cast(:before as json), cast(:after as json))""")
                .bind("id", UuidCreator.getTimeOrderedEpoch())
                .bind("at", clock.instant())
                .bind("who", actor.name())
                .bind("caller", actor.caller())
                .bind("action", action)
                .bind("kind", kind)
                .bind("subject", subject == null ? null : subject.toString())
                .bind("before", written(before))
                .bind("after", written(after))
                .execute());
    }

    private String written(Object value) {
        try {
            return value == null ? null : json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an audit row cannot be written as JSON", e);
        }
    }
}
