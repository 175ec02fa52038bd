package org.parley.events.record;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.parley.events.statement.StatementView;

/** The statements of an export in some form, one a line in the order of their ids: cut off, it can be taken up again as every export can. */
@ApplicationScoped
class StatementLines {

    private final Jdbi jdbi;
    private final LongRead reading;
    private final ExportRows rows;
    private final JsonLines lines;

    StatementLines(Jdbi jdbi, LongRead reading, ExportRows rows, ObjectMapper json) {
        this.jdbi = jdbi;
        this.reading = reading;
        this.rows = rows;
        this.lines = new JsonLines(json);
    }

    /** The answer, with its header {@code Known-At}. */
    Response of(String after, String knownAt, Function<StatementView, ?> form) {
        ExportPart part = ExportPart.of(after, knownAt, jdbi);
        StreamingOutput body = out -> reading.of(handle -> rows.read(
                handle,
                ExportKind.STATEMENTS,
                part.after(),
                part.at(),
                row -> lines.write(List.of(form.apply((StatementView) row)).iterator(), out)));
        return Response.ok(body).header("Known-At", part.at().toString()).build();
    }
}
