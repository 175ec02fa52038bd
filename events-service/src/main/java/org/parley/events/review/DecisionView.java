package org.parley.events.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.parley.events.doubt.Doubts;
import org.parley.events.table.Json;
import org.parley.events.table.Rows;

/**
 * What a person decided. Never changed, only undone.
 *
 * @param by who decided, as the access key or service is known
 */
@JsonInclude(Include.NON_NULL)
record DecisionView(
        UUID id,
        Doubts.Kind kind,
        List<UUID> subjectIds,
        Verdict verdict,
        Correction correction,
        String note,
        String by,
        Instant knownAt,
        Instant undoneAt,
        String undoneBy) {

    static DecisionView of(ResultSet row) throws SQLException {
        UUID other = Rows.uuid(row, "other");
        UUID subject = Rows.uuid(row, "subject");
        return new DecisionView(
                Rows.uuid(row, "id"),
                Rows.name(row, "kind", Doubts.Kind.class),
                other == null ? List.of(subject) : List.of(subject, other),
                Rows.name(row, "verdict", Verdict.class),
                Json.read(row.getString("correction"), Correction.class),
                row.getString("note"),
                row.getString("decided_by"),
                Rows.instant(row, "known_at"),
                Rows.instant(row, "superseded_at"),
                row.getString("undone_by"));
    }
}
