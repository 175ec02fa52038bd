package org.parley.sources.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jdbi.v3.core.Jdbi;
import org.parley.kit.problem.ProblemException;
import org.parley.kit.repeat.Done;
import org.parley.kit.repeat.Idempotency;
import org.parley.sources.audit.Audit;

/** Work the service does by itself and has given up after some attempts, so that somebody can look at it. */
@Path("/v1/given-up")
@RolesAllowed("admin")
class GivenUpApi {

    private static final int MOST = 500;

    static final String ALL = """
            select 'IMPORT' as kind, id as subject, null::uuid as feed, error as problem, attempts from import_job
                where state = 'FAILED' and exists (select 1 from import_chunk c where c.job_id = import_job.id)
            union all
            select 'SEARCH', article_id, null, problem, attempts from search_backlog where due_at = 'infinity'
            union all
            select 'DUPLICATES', article_id, null, problem, attempts from duplicate_backlog
                where claimed_until = 'infinity'
            union all
            select 'FEED_ITEM', null, feed_id, problem, attempts from feed_item where state = 'FAILED'""";

    private static final List<String> AGAIN = List.of(
            """
            update import_job j set state = 'WAITING', attempts = 0, error = null, ended_at = null, claimed_until = now()
            where state = 'FAILED' and exists (select 1 from import_chunk c where c.job_id = j.id)""",
            "update search_backlog set attempts = 0, due_at = '-infinity' where due_at = 'infinity'",
            "update duplicate_backlog set attempts = 0, claimed_until = '-infinity' where claimed_until = 'infinity'",
            "update feed_item set attempts = 0, state = 'PENDING', due_at = now() where state = 'FAILED'");

    private final Jdbi jdbi;
    private final Audit audit;
    private final Idempotency idempotency;

    GivenUpApi(Jdbi jdbi, Audit audit, Idempotency idempotency) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.idempotency = idempotency;
    }

    /**
     * One piece of work.
     *
     * @param subject the job or the article; null for an entry of a feed, which is no article yet
     * @param problem why, for people
     */
    @JsonInclude(Include.NON_NULL)
    record Work(String kind, String subject, String feed, String problem, int attempts) {}

    record Works(List<Work> items, boolean more) {}

    record Again(int count) {}

    @GET
    @Operation(summary = "Work that was given up after some attempts: imports, indexing, comparing, entries of feeds")
    public Works all(@QueryParam("limit") Integer limit) {
        int most = limit == null ? MOST : limit;
        if (most < 1 || most > MOST) {
            throw ProblemException.badInput("limit", "has to be between 1 and " + MOST);
        }
        List<Work> found = jdbi.withHandle(handle -> handle.createQuery(
                        "select * from (" + ALL + ") as work order by kind, subject, feed limit :limit")
                .bind("limit", most + 1)
                .map((row, context) -> new Work(
                        row.getString("kind"),
                        row.getString("subject"),
                        row.getString("feed"),
                        row.getString("problem"),
                        row.getInt("attempts")))
                .list());
        return new Works(found.subList(0, Math.min(most, found.size())), found.size() > most);
    }

    @POST
    @Path("/retry")
    @Operation(summary = "Try all of it again; tells how many pieces of work that is")
    public Response retry(@HeaderParam(Idempotency.KEY) String key) {
        return idempotency.once(key, "given-up.retry", null, () -> Done.of(again()));
    }

    private Again again() {
        return QuarkusTransaction.joiningExisting().call(() -> {
            int count = jdbi.withHandle(
                    handle -> AGAIN.stream().mapToInt(handle::execute).sum());
            audit.note("given-up.retry", "work", null, null, new Again(count));
            return new Again(count);
        });
    }
}
