package org.parley.events.statement;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.parley.events.table.Body;
import org.parley.events.table.ByIds;
import org.parley.kit.problem.ProblemException;

/** How outlets attribute what they report; beside their scorecards, which sources-service keeps. */
@Path("/v1/outlets/attributions")
@RolesAllowed("read")
class AttributionApi {

    private final Statements statements;

    AttributionApi(Statements statements) {
        this.statements = statements;
    }

    record Asked(List<UUID> ids, Instant from, Instant to) {}

    /**
     * Counts over the statements of a time's articles; the same filter gives the rows of each.
     *
     * @param statements all of them
     * @param corroborated those that another outlet reported later, by an origin of its own
     * @param anonymous those of nobody with a name
     */
    public record Attribution(UUID outletId, long statements, long corroborated, long anonymous) {}

    @POST
    @Operation(summary = "How many statements of outlets were corroborated later, and how many are anonymous")
    public ByIds.Items<Attribution> attributions(Asked asked) {
        List<UUID> ids = Body.given(asked).ids();
        ByIds.checked("ids", ids);
        if (asked.from() == null || asked.to() == null) {
            throw ProblemException.badInput(asked.from() == null ? "from" : "to", "is missing");
        }
        Map<UUID, Attribution> found = statements.attributions(ids, asked.from(), asked.to());
        return new ByIds.Items<>(ids.stream()
                .map(id -> found.getOrDefault(id, new Attribution(id, 0, 0, 0)))
                .toList());
    }
}
