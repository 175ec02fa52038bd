package org.parley.gateway.key;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.parley.kit.problem.ProblemException;
import org.parley.kit.repeat.Done;
import org.parley.kit.repeat.Idempotency;
import org.parley.kit.repeat.IfMatch;

/** Keys, for administrators. */
@Path("/v1/keys")
@RolesAllowed("admin")
public class KeysResource {

    private static final int LONGEST_LABEL = 200;
    private static final int MOST_DAYS = 3_650;
    private static final int OVERLAP_HOURS = 24;
    private static final int MOST_OVERLAP_HOURS = 168;

    private final Keys keys;
    private final Idempotency idempotency;

    KeysResource(Keys keys, Idempotency idempotency) {
        this.keys = keys;
        this.idempotency = idempotency;
    }

    /**
     * What a new key is to be: {@code expiresInDays} null means that it does not expire, {@code costPerMinute} null that
     * it may ask for as much as the installation says.
     */
    record Wanted(String label, Set<Scope> scopes, Integer expiresInDays, Integer costPerMinute) {}

    /** A key as it is shown; {@code token} only in the answer that made it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shown(@JsonUnwrapped AccessKey key, String token) {}

    @POST
    public Response create(Wanted wanted, @HeaderParam(Idempotency.KEY) String key) {
        if (wanted == null || wanted.label() == null || wanted.label().isBlank()) {
            throw ProblemException.badInput("label", "says who the key is for, and is missing");
        }
        if (wanted.label().length() > LONGEST_LABEL) {
            throw ProblemException.badInput("label", "is longer than " + LONGEST_LABEL + " characters");
        }
        if (wanted.scopes() == null || wanted.scopes().isEmpty()) {
            throw ProblemException.badInput("scopes", "has to hold at least one of read, partner, review, admin");
        }
        Duration life = life(wanted.expiresInDays());
        Integer limit = limit(wanted.costPerMinute());
        return idempotency.once(key, "key.create", wanted, () -> {
            Keys.Made made = keys.create(wanted.label(), wanted.scopes(), life, limit);
            return Done.made("/v1/keys/" + made.key().id(), new Shown(made.key(), made.text()))
                    .at(made.key().version());
        });
    }

    private static Integer limit(Integer costPerMinute) {
        if (costPerMinute != null && costPerMinute < 1) {
            throw ProblemException.badInput("costPerMinute", "has to be 1 or more, or left out");
        }
        return costPerMinute;
    }

    /** What of a key can be changed. */
    record Changed(Integer costPerMinute) {}

    @PATCH
    @Path("/{id}")
    public Response change(
            @PathParam("id") UUID id,
            Changed wanted,
            @HeaderParam(IfMatch.HEADER) String ifMatch,
            @HeaderParam(Idempotency.KEY) String key) {
        if (wanted == null) {
            throw ProblemException.badInput("costPerMinute", "is missing; null takes a limit away");
        }
        Integer limit = limit(wanted.costPerMinute());
        return idempotency.once(key, "key.change", Arrays.asList(id, wanted), () -> {
            AccessKey changed = keys.limit(id, ifMatch, limit);
            return Done.of(new Shown(changed, null)).at(changed.version());
        });
    }

    /** @param overlapHours how long the old token stays good, 24 if not given */
    record Rotation(Integer overlapHours) {}

    @POST
    @Path("/{id}/rotate")
    public Response rotate(
            @PathParam("id") UUID id,
            Rotation wanted,
            @HeaderParam(IfMatch.HEADER) String ifMatch,
            @HeaderParam(Idempotency.KEY) String key) {
        int hours = wanted == null || wanted.overlapHours() == null ? OVERLAP_HOURS : wanted.overlapHours();
        if (hours < 0 || hours > MOST_OVERLAP_HOURS) {
            throw ProblemException.badInput("overlapHours", "has to be 0 to " + MOST_OVERLAP_HOURS);
        }
        return idempotency.once(key, "key.rotate", List.of(id, hours), () -> {
            Keys.Made made = keys.rotate(id, ifMatch, Duration.ofHours(hours));
            return Done.of(new Shown(made.key(), made.text())).at(made.key().version());
        });
    }

    private static Duration life(Integer days) {
        if (days != null && (days < 1 || days > MOST_DAYS)) {
            throw ProblemException.badInput("expiresInDays", "has to be 1 to " + MOST_DAYS + ", or left out");
        }
        return days == null ? null : Duration.ofDays(days);
    }

    /** All keys, the newest first, revoked ones too. */
    record Listed(List<Shown> items) {}

    @GET
    public Listed list() {
        return new Listed(keys.all().stream().map(key -> new Shown(key, null)).toList());
    }

    @GET
    @Path("/{id}")
    public Response get(@PathParam("id") UUID id) {
        AccessKey key = keys.existing(id);
        return Response.ok(new Shown(key, null))
                .tag(Integer.toString(key.version()))
                .build();
    }

    /** Documents a key may ask for. */
    record Documents(List<String> documents) {}

    /** Documents with the ids they can be asked for by. */
    record Trusted(Map<String, String> documents) {}

    @PUT
    @Path("/{id}/documents")
    public Response trust(
            @PathParam("id") UUID id,
            Documents wanted,
            @HeaderParam(IfMatch.HEADER) String ifMatch,
            @HeaderParam(Idempotency.KEY) String key) {
        if (wanted == null || wanted.documents() == null) {
            throw ProblemException.badInput("documents", "is missing; an empty list lets the key ask for anything");
        }
        return idempotency.once(key, "key.documents", List.of(id, wanted), () -> {
            Keys.Trusted trusted = keys.trust(id, ifMatch, wanted.documents());
            return Done.of(new Trusted(trusted.documents())).at(trusted.version());
        });
    }

    @DELETE
    @Path("/{id}")
    public Response revoke(
            @PathParam("id") UUID id,
            @HeaderParam(IfMatch.HEADER) String ifMatch,
            @HeaderParam(Idempotency.KEY) String key) {
        return idempotency.once(key, "key.revoke", id, () -> {
            keys.revoke(id, ifMatch);
            return Done.gone();
        });
    }
}
