package org.parley.gateway.key;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.parley.kit.problem.ProblemException;

/** Keys, for administrators. */
@Path("/v1/keys")
@RolesAllowed("admin")
public class KeysResource {

    private static final int LONGEST_LABEL = 200;
    private static final int MOST_DAYS = 3_650;
    private static final int OVERLAP_HOURS = 24;
    private static final int MOST_OVERLAP_HOURS = 168;

    private final Keys keys;

    KeysResource(Keys keys) {
        this.keys = keys;
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
    public Response create(Wanted wanted) {
        if (wanted == null || wanted.label() == null || wanted.label().isBlank()) {
            throw ProblemException.badInput("label", "says who the key is for, and is missing");
        }
        if (wanted.label().length() > LONGEST_LABEL) {
            throw ProblemException.badInput("label", "is longer than " + LONGEST_LABEL + " characters");
        }
        if (wanted.scopes() == null || wanted.scopes().isEmpty()) {
            throw ProblemException.badInput("scopes", "has to hold at least one of read, partner, review, admin");
        }
        Keys.Made made = keys.create(
                wanted.label(), wanted.scopes(), life(wanted.expiresInDays()), limit(wanted.costPerMinute()));
        return Response.status(201)
                .header("Cache-Control", "no-store")
                .entity(new Shown(made.key(), made.text()))
                .build();
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
    public Shown change(@PathParam("id") UUID id, Changed wanted) {
        if (wanted == null) {
            throw ProblemException.badInput("costPerMinute", "is missing; null takes a limit away");
        }
        return new Shown(keys.limit(id, limit(wanted.costPerMinute())), null);
    }

    /** @param overlapHours how long the old token stays good, 24 if not given */
    record Rotation(Integer overlapHours) {}

    @POST
    @Path("/{id}/rotate")
    public Response rotate(@PathParam("id") UUID id, Rotation wanted) {
        int hours = wanted == null || wanted.overlapHours() == null ? OVERLAP_HOURS : wanted.overlapHours();
        if (hours < 0 || hours > MOST_OVERLAP_HOURS) {
            throw ProblemException.badInput("overlapHours", "has to be 0 to " + MOST_OVERLAP_HOURS);
        }
        Keys.Made made = keys.rotate(id, Duration.ofHours(hours));
        return Response.ok(new Shown(made.key(), made.text()))
                .header("Cache-Control", "no-store")
                .build();
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

    /** Documents a key may ask for. */
    record Documents(List<String> documents) {}

    /** Documents with the ids they can be asked for by. */
    record Trusted(Map<String, String> documents) {}

    @PUT
    @Path("/{id}/documents")
    public Trusted trust(@PathParam("id") UUID id, Documents wanted) {
        if (wanted == null || wanted.documents() == null) {
            throw ProblemException.badInput("documents", "is missing; an empty list lets the key ask for anything");
        }
        return new Trusted(keys.trust(id, wanted.documents()));
    }

    @DELETE
    @Path("/{id}")
    public void revoke(@PathParam("id") UUID id) {
        keys.revoke(id);
    }
}
