package org.parley.events.statement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.parley.kit.page.KeysetCursors;
import org.parley.kit.page.Paging;
import org.parley.kit.problem.ProblemException;

/** The order of statements: when said, else published, else known, latest first; then by id. */
@ApplicationScoped
class StatementOrder {

    private static final String NAME = "statements-by-said-1";

    private static final String MOMENT = "(select cast(:sortAt as timestamptz))";

    private final KeysetCursors cursors;

    StatementOrder(KeysetCursors cursors) {
        this.cursors = cursors;
    }

    String cursor(StatementRow row) {
        return cursors.encode(NAME, row.sortAt(), row.view().id());
    }

    /**
     * The condition for rows beyond the cursor; adds its parameters.
     *
     * @param alias the table that has the columns {@code sort_at} and {@code statement_id}
     */
    String beyond(Paging paging, String alias, Map<String, Object> values) {
        if (paging.cursor() == null) {
            return "true";
        }
        List<String> keys = cursors.decode(NAME, paging.cursor(), paging.cursorField());
        try {
            values.put("sortAt", Instant.parse(keys.get(0)));
            values.put("sortId", UUID.fromString(keys.get(1)));
        } catch (DateTimeException | IllegalArgumentException e) {
            // Sealed by an earlier release with another form.
            throw ProblemException.badInput(paging.cursorField(), "is of an older release: start again without it");
        }
        // The first comparison is for the index, the second for rows of the same time. As a select of its own the
        // moment is
        // unknown to the planner, so that one plan is as good as another and is kept: planning costs more than the
        // page.
        return paging.backward()
                ? "%1$s.sort_at >= %2$s and (%1$s.sort_at > %2$s or %1$s.statement_id < :sortId)"
                        .formatted(alias, MOMENT)
                : "%1$s.sort_at <= %2$s and (%1$s.sort_at < %2$s or %1$s.statement_id > :sortId)"
                        .formatted(alias, MOMENT);
    }

    static String by(Paging paging, String alias) {
        return (paging.backward()
                        ? "%1$s.sort_at asc, %1$s.statement_id desc"
                        : "%1$s.sort_at desc, %1$s.statement_id asc")
                .formatted(alias);
    }
}
