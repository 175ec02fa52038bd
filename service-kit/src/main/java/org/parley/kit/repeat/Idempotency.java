package org.parley.kit.repeat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.identity.SecurityIdentity;
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
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.parley.kit.page.SecretBox;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.ProblemException;

/**
 * Makes repeating a request safe: the answer to one with a key is stored in the transaction that does what it asks, and
 * is given again to whoever of the same name sends the same request with the same key within a week. What was refused
 * is not stored, and is tried anew. Answers are stored locked, as some hold secrets. Their table comes with
 * {@code db/repeat} among the places of a service's migrations.
 */
@ApplicationScoped
public class Idempotency {

    /** The header a key comes in. */
    public static final String KEY = "Idempotency-Key";

    private static final Duration KEPT = Duration.ofDays(7);
    private static final int FORGOTTEN_AT_ONCE = 100;
    private static final int NO_CONTENT = 204;

    private final Jdbi jdbi;
    private final ObjectMapper json;
    private final Clock clock;
    private final SecretBox box;
    private final SecurityIdentity identity;

    Idempotency(Jdbi jdbi, ObjectMapper json, Clock clock, SecretBox box, SecurityIdentity identity) {
        this.jdbi = jdbi;
        this.json = json;
        this.clock = clock;
        this.box = box;
        this.identity = identity;
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
        public void keep(Done done) {
            if (key == null) {
                return;
            }
            Instant now = clock.instant();
            int kept = jdbi.withHandle(handle -> handle.createUpdate("""
                            with old as (
                                delete from idempotency_key where (who, key) in (
                                    select who, key from idempotency_key where at < :old
                                    limit :most for update skip locked))
                            insert into idempotency_key (who, key, request, status, answer, location, etag, at)
                            values (:who, :key, :request, :status, cast(:answer as json), :location, :etag, :now)
                            on conflict do nothing""")
                    .bind("old", now.minus(KEPT))
                    .bind("most", FORGOTTEN_AT_ONCE)
                    .bind("who", who)
                    .bind("key", key)
                    .bind("request", request)
                    .bind("status", done.status())
                    .bind("answer", written(box.lock(written(done.body()))))
                    .bind("location", done.location())
                    .bind("etag", done.etag())
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
                                    "select request, status, answer, location, etag from idempotency_key where who = ? and key = ?")
                            .bind(0, who)
                            .bind(1, key)
                            .map((row, context) -> again(
                                    row.getBytes("request"),
                                    new Done(
                                            row.getInt("status"),
                                            row.getString("answer"),
                                            row.getString("location"),
                                            row.getString("etag"))))
                            .findOne());
        }

        private Response again(byte[] asked, Done done) {
            if (!Arrays.equals(asked, request)) {
                throw ProblemException.at(
                        ErrorCode.CONFLICT,
                        422,
                        KEY,
                        "was sent before with another request: take a new key for a new request");
            }
            return done.response()
                    .type(MediaType.APPLICATION_JSON_TYPE)
                    .header("Idempotency-Replayed", "true")
                    .header("Cache-Control", "no-store")
                    .entity(done.status() == NO_CONTENT ? null : unlocked((String) done.body()))
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
    public Response once(String key, byte[] asked, Function<Attempt, Done> work) {
        if (key != null && (key.isBlank() || key.length() > 200)) {
            throw ProblemException.badInput(KEY, "has to be 1 to 200 characters");
        }
        Attempt attempt = new Attempt(identity.getPrincipal().getName(), key, key == null ? null : digest(asked));
        return attempt.before().orElseGet(() -> {
            try {
                return work.apply(attempt)
                        .response()
                        .header("Cache-Control", "no-store")
                        .build();
            } catch (RuntimeException e) {
                // Perhaps the same request was answered while this one worked; nothing of this one is stored.
                return attempt.before().orElseThrow(() -> e);
            }
        });
    }

    /**
     * The same for work that fits in one transaction of the request's own thread, which is begun here if there is a key.
     *
     * @param action what is done, and {@code asked} to what and how: together the request
     * @param work joins the transaction, or begins one if there is no key
     */
    public Response once(String key, String action, Object asked, Supplier<Done> work) {
        return once(
                key,
                (action + "\n" + written(asked)).getBytes(UTF_8),
                attempt -> key == null
                        ? work.get()
                        : QuarkusTransaction.requiringNew().call(() -> {
                            Done done = work.get();
                            attempt.keep(done);
                            return done;
                        }));
    }

    /** Answers stored before they were locked are objects, not text. */
    private String unlocked(String answer) {
        try {
            JsonNode stored = json.readTree(answer);
            return stored.isTextual() ? box.unlock(stored.asText()) : answer;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored answer is no JSON", e);
        }
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
