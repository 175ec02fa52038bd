package org.parley.events.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jdbi.v3.core.Jdbi;
import org.parley.kit.problem.ProblemException;

/**
 * Everything of a kind in the order of ids, as it was known at one time. Whoever is cut off goes on with the id of the
 * last whole row and the same time, and has in the end what one uninterrupted export would have been.
 */
@Path("/v1/exports/{what}")
@RolesAllowed("read")
class ExportApi {

    private final Jdbi jdbi;
    private final LongRead reading;
    private final ExportRows rows;
    private final ObjectMapper json;

    ExportApi(Jdbi jdbi, LongRead reading, ExportRows rows, ObjectMapper json) {
        this.jdbi = jdbi;
        this.reading = reading;
        this.rows = rows;
        this.json = json;
    }

    @GET
    @Operation(
            summary = "Every row, in the order of ids",
            description =
                    "format: ndjson or csv; knownAt: the record as it was known then (now, if not given; the header"
                            + " Known-At says when); after: the id behind which it goes on. gzip where it is accepted.")
    public Response export(
            @PathParam("what") String what,
            @QueryParam("format") @DefaultValue("ndjson") String format,
            @QueryParam("after") String after,
            @QueryParam("knownAt") String knownAt,
            @HeaderParam("Accept-Encoding") @DefaultValue("") String accepted) {
        ExportKind kind = ExportKind.of(what);
        if (!Set.of("ndjson", "csv").contains(format)) {
            throw ProblemException.badInput("format", "has to be ndjson or csv");
        }
        if (after != null && kind == ExportKind.POSITIONS) {
            throw ProblemException.badInput(
                    "after", "does not go with positions: they are few, read them from the start");
        }
        ExportPart part = ExportPart.of(after, knownAt, jdbi);
        boolean packed = accepted.contains("gzip");
        StreamingOutput body = out -> write(kind, format, part, packed ? new GZIPOutputStream(out, 16_384) : out);
        Response.ResponseBuilder answer = Response.ok(body)
                .header("Known-At", part.at().toString())
                .header("Vary", "Accept-Encoding")
                .header(
                        "Content-Type",
                        format.equals("csv") ? "text/csv; charset=utf-8; header=present" : "application/x-ndjson")
                .header("Content-Disposition", "attachment; filename=\"" + what + "." + format + "\"");
        return (packed ? answer.header("Content-Encoding", "gzip") : answer).build();
    }

    private void write(ExportKind kind, String format, ExportPart part, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8), 16_384);
        ExportRows.Sink sink = format.equals("csv") ? csv(kind, part.after(), writer) : lines(writer);
        reading.of(handle -> rows.read(handle, kind, part.after(), part.at(), sink));
        // Only now: closed after a failure, an export that broke off would look whole.
        writer.close();
    }

    private ExportRows.Sink csv(ExportKind kind, UUID from, Writer writer) throws IOException {
        CsvLines csv = new CsvLines(json, kind.columns(), writer);
        if (from == null) {
            csv.head();
        }
        return csv::line;
    }

    private ExportRows.Sink lines(Writer writer) {
        var line = json.writer().without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);
        return row -> {
            writer.write(line.writeValueAsString(row));
            writer.write('\n');
        };
    }
}
