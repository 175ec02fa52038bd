package org.parley.sources.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jdbi.v3.core.Jdbi;
import org.parley.kit.page.KeysetCursors;
import org.parley.kit.page.Page;
import org.parley.kit.page.Paging;
import org.parley.kit.problem.ProblemException;
import org.parley.kit.repeat.Done;
import org.parley.kit.repeat.Idempotency;
import org.parley.sources.audit.Patch;

/** Imports that run by themselves. */
@Path("/v1/jobs")
@RolesAllowed("admin")
class JobsApi {

    private static final String ORDER = "jobs-newest-1";
    private static final int MOST_ROWS = 500;

    private final Jobs jobs;
    private final Jdbi jdbi;
    private final KeysetCursors cursors;
    private final Idempotency idempotency;

    JobsApi(Jobs jobs, Jdbi jdbi, KeysetCursors cursors, Idempotency idempotency) {
        this.jobs = jobs;
        this.jdbi = jdbi;
        this.cursors = cursors;
        this.idempotency = idempotency;
    }

    record Query(Integer first, Integer last, String after, String before, Boolean count) {}

    /** A row of the file; {@code fate} is VALID in a dry run. */
    @JsonInclude(Include.NON_NULL)
    record Row(int line, String name, String fate, UUID articleId, Integer version, String problem) {}

    record Rows(List<Row> rows, boolean more) {}

    @POST
    @Path("/imports")
    @Consumes({"application/octet-stream", "application/x-ndjson", "text/csv", "application/zip", "application/warc"})
    @Operation(
            summary =
                    "Import a file of articles: JSON Lines, CSV with a header of member names, a zip of files, or a WARC",
            description =
                    "Answered when the whole file is kept. With Idempotency-Key, sending it again gives the same job.")
    public Response start(
            InputStream body,
            @QueryParam("file") String file,
            @QueryParam("format") String format,
            @QueryParam("dryRun") boolean dryRun,
            @HeaderParam(Idempotency.KEY) String key)
            throws IOException {
        if (key != null && (key.isBlank() || key.length() > 200)) {
            throw ProblemException.badInput(Idempotency.KEY, "has to be 1 to 200 characters");
        }
        Optional<ImportJob> known = jobs.withKey(key);
        ImportJob job = known.isPresent() ? known.get() : jobs.make(body, file, format(format, file), dryRun, key);
        return Response.accepted(job)
                .location(URI.create("/v1/jobs/" + job.id()))
                .build();
    }

    private static ImportJob.Format format(String format, String file) {
        String name = file == null ? "" : file.replaceFirst("(?i)\\.warc\\.gz$", ".warc");
        String asked = format != null ? format : name.substring(name.lastIndexOf('.') + 1);
        return switch (asked.toUpperCase(Locale.ROOT)) {
            case "JSONL", "NDJSON" -> ImportJob.Format.JSONL;
            case "CSV" -> ImportJob.Format.CSV;
            case "ZIP" -> ImportJob.Format.ZIP;
            case "WARC" -> ImportJob.Format.WARC;
            default ->
                throw ProblemException.badInput(
                        "format", "has to be JSONL, CSV, ZIP or WARC, or the ending of file one of them");
        };
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A job, with how far it is")
    public ImportJob get(@PathParam("id") String id) {
        return jobs.get(Patch.id(id)).orElseThrow(Jobs::unknown);
    }

    @POST
    @Path("/{id}/cancel")
    @Operation(summary = "End a job; what it stored stays")
    public Response cancel(@PathParam("id") String id, @HeaderParam(Idempotency.KEY) String key) {
        return idempotency.once(key, "job.cancel", id, () -> Done.of(jobs.cancel(Patch.id(id))));
    }

    @POST
    @Path("/{id}/resume")
    @Operation(summary = "Let a job that failed go on behind what it stored; its file is kept for seven days")
    public Response resume(@PathParam("id") String id, @HeaderParam(Idempotency.KEY) String key) {
        return idempotency.once(key, "job.resume", id, () -> Done.of(jobs.resume(Patch.id(id))));
    }

    @GET
    @Path("/{id}/rows")
    @Operation(summary = "The fates of the file's rows, in order; refused=true gives only those that were refused")
    public Rows rows(
            @PathParam("id") String id,
            @QueryParam("after") int after,
            @QueryParam("limit") Integer limit,
            @QueryParam("refused") boolean refused) {
        int most = limit == null ? MOST_ROWS : limit;
        if (most < 1 || most > MOST_ROWS) {
            throw ProblemException.badInput("limit", "has to be between 1 and " + MOST_ROWS);
        }
        UUID job = get(id).id();
        List<Row> rows = jdbi.withHandle(handle -> handle.createQuery("""
                        select line, name, fate, article_id, version, problem from import_row
                        where job_id = :job and line > :after and (not :refused or fate = 'REFUSED')
                        order by line limit :limit""")
                .bind("job", job)
                .bind("after", after)
                .bind("refused", refused)
                .bind("limit", most + 1)
                .map((row, context) -> new Row(
                        row.getInt("line"),
                        row.getString("name"),
                        row.getString("fate"),
                        row.getObject("article_id", UUID.class),
                        row.getObject("version", Integer.class),
                        row.getString("problem")))
                .list());
        return new Rows(rows.subList(0, Math.min(most, rows.size())), rows.size() > most);
    }

    @POST
    @Path("/query")
    @Operation(summary = "Jobs, the newest first")
    public Page<ImportJob> query(Query asked) {
        Query query = asked == null ? new Query(null, null, null, null, null) : asked;
        Paging paging = Paging.of(query.first(), query.last(), query.after(), query.before(), query.count());
        UUID beyond = paging.cursor() == null
                ? null
                : UUID.fromString(cursors.decode(ORDER, paging.cursor(), paging.cursorField())
                        .get(0));
        return jdbi.withHandle(handle -> {
            List<ImportJob> rows = handle.createQuery("""
                            select %s from import_job
                            where cast(:beyond as uuid) is null or id %s cast(:beyond as uuid)
                            order by id %s limit :limit""".formatted(
                                    Jobs.COLUMNS, paging.backward() ? ">" : "<", paging.backward() ? "asc" : "desc"))
                    .bindByType("beyond", beyond, UUID.class)
                    .bind("limit", paging.size() + 1)
                    .map((row, context) -> ImportJob.read(row))
                    .list();
            Long total = paging.count()
                    ? handle.createQuery("select count(*) from import_job")
                            .mapTo(Long.class)
                            .one()
                    : null;
            return Page.of(paging, rows, job -> cursors.encode(ORDER, job.id()), total);
        });
    }
}
