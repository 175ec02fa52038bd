package org.parley.sources.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.ProblemException;

/**
 * Makes repeating a request safe: the answer to one with a key is stored in the transaction that does what it asks, and
 * is given again to whoever of the same name sends the same request with the same key within a week. What was refused
 * is not stored, and is tried anew.
 */
@ApplicationScoped
public class Idempotency {

    private static final Duration KEPT = Duration.ofDays(7);
    private static final int FORGOTTEN_AT_ONCE = 100;

    private final Jdbi jdbi;
    private final ObjectMapper json;
    private final Clock clock;
    private final Audit audit;

    Idempotency(Jdbi jdbi, ObjectMapper json, Clock clock, Audit audit) {
        this.jdbi = jdbi;
        this.json = json;
        this.clock = clock;
        this.audit = audit;
    }

    /** A request that does not know yet whether it was answered before. */
    public final class Attempt {

        private final String who;
        private final String key;
        private final byte[] request;

        private Attempt(String who, String key, byte[] request) {
            this.who = who;
            this.key = key;
            this.request = request;
        }

        /** To be called in the transaction that does the work, last of all. */
        public void keep(int status, Object answer) {
            if (key == null) {
                return;
            }
            Instant now = clock.instant();
            int kept = jdbi.withHandle(handle -> handle.createUpdate("""
                            with old as (
                                delete from idempotency_key where (who, key) in (
                                    select who, key from idempotency_key where at < :old
                                    limit :most for update skip locked))
                            insert into idempotency_key (who, key, request, status, answer, at)
                            values (:who, :key, :request, :status, cast(:answer as json), :now) on conflict do nothing""")
                    .bind("old", now.minus(KEPT))
                    .bind("most", FORGOTTEN_AT_ONCE)
                    .bind("who", who)
                    .bind("key", key)
                    .bind("request", request)
                    .bind("status", status)
                    .bind("answer", written(answer))
                    .bind("now", now)
                    .execute());
            if (kept == 0) {
                throw new ProblemException(ErrorCode.CONFLICT, "The same request is being answered just now.");
            }
        }

        private Optional<Response> before() {
            return key == null
                    ? Optional.empty()
                    : jdbi.withHandle(handle -> handle.createQuery(
                                    "select request, status, answer from idempotency_key where who = ? and key = ?")
                            .bind(0, who)
                            .bind(1, key)
                            .map((row, context) ->
                                    again(row.getBytes("request"), row.getInt("status"), row.getString("answer")))
                            .findOne());
        }

        private Response again(byte[] asked, int status, String answer) {
            if (!Arrays.equals(asked, request)) {
                throw ProblemException.at(
                        ErrorCode.CONFLICT,
                        409,
                        "Idempotency-Key",
                        "was sent before with another request: take a new key for a new request");
            }
            return Response.status(status)
                    .type(MediaType.APPLICATION_JSON_TYPE)
                    .header("Idempotency-Replayed", "true")
                    .entity(answer)
                    .build();
        }
    }

    /**
     * Does the work unless it was done before with this key.
     *
     * @param key what the sender calls this attempt, or null: then nothing is stored
     * @param asked what was asked, whole
     * @param work has to call {@link Attempt#keep} in its transaction
     */
    public Response once(String key, byte[] asked, Function<Attempt, Response> work) {
        if (key != null && (key.isBlank() || key.length() > 200)) {
            throw ProblemException.badInput("Idempotency-Key", "has to be 1 to 200 characters");
        }
        Attempt attempt = new Attempt(audit.actor().name(), key, key == null ? null : digest(asked));
        return attempt.before().orElseGet(() -> {
            try {
                return work.apply(attempt);
            } catch (RuntimeException e) {
                // Perhaps the same request was answered while this one worked; nothing of this one is stored.
                return attempt.before().orElseThrow(() -> e);
            }
        });
    }

    /** The same for a request that is read as an object. */
    public Response once(String key, String action, Object asked, Function<Attempt, Response> work) {
        return once(key, (action + "\n" + written(asked)).getBytes(UTF_8), work);
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an answer cannot be written as JSON", e);
        }
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
