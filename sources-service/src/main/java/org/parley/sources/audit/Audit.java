package org.parley.sources.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.parley.kit.runtime.Columns;

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

    /** An act that is to be noted; see {@link #note(Actor, String, String, Object, Object, Object)}. */
    public record Note(Actor actor, String action, String kind, Object subject, Object before, Object after) {}

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
        note(List.of(new Note(actor, action, kind, subject, before, after)));
    }

    /** Notes several acts, as {@link #note(Actor, String, String, Object, Object, Object)} does one. */
    public void note(List<Note> notes) {
        Instant now = clock.instant();
        jdbi.useHandle(handle -> {
            Update update = handle.createUpdate("""
                    insert into audit (id, at, who, caller, action, subject_kind, subject_id, before, after)
                    select id, :now, who, caller, action, kind, subject, cast(before as json), cast(after as json)
                    from unnest(:ids, :whos, :callers, :actions, :kinds, :subjects, :befores, :afters)
                        as fresh (id, who, caller, action, kind, subject, before, after)""").bind("now", now);
            new Columns<>(update, notes)
                    .uuids("ids", note -> UuidCreator.getTimeOrderedEpoch())
                    .texts("whos", note -> note.actor().name())
                    .texts("callers", note -> note.actor().caller())
                    .texts("actions", Note::action)
                    .texts("kinds", Note::kind)
                    .texts(
                            "subjects",
                            note -> note.subject() == null
                                    ? null
                                    : note.subject().toString())
                    .texts("befores", note -> written(note.before()))
                    .texts("afters", note -> written(note.after()));
            update.execute();
        });
    }

    private String written(Object value) {
        try {
            return value == null ? null : json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an audit row cannot be written as JSON", e);
        }
    }
}
