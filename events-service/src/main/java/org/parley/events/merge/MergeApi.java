package org.parley.events.merge;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.parley.events.table.Body;
import org.parley.events.table.ByIds;
import org.parley.kit.problem.ProblemException;
import org.parley.kit.repeat.Done;
import org.parley.kit.repeat.Idempotency;

/** Makes several actors one. */
@Path("/v1/actors/merge")
@RolesAllowed("admin")
class MergeApi {

    private final ActorMerges merges;
    private final Idempotency idempotency;

    MergeApi(ActorMerges merges, Idempotency idempotency) {
        this.merges = merges;
        this.idempotency = idempotency;
    }

    /**
     * The request.
     *
     * @param note why; may be null
     */
    record Merge(UUID into, List<UUID> from, String note) {}

    @POST
    @Operation(
            summary = "Make actors one",
            description =
                    "The ids in from redirect to into from now on. Nothing is rewritten; unmerge restores what was.")
    public Response merge(Merge merge, @HeaderParam(Idempotency.KEY) String key) {
        if (Body.given(merge).into() == null) {
            throw ProblemException.badInput("into", "is missing: the id of the actor that stays");
        }
        ByIds.checked("from", merge.from());
        if (merge.from().isEmpty()) {
            throw ProblemException.badInput("from", "has to name at least one actor");
        }
        return idempotency.once(
                key, "actor.merge", merge, () -> Done.of(merges.merge(merge.into(), merge.from(), merge.note())));
    }
}
