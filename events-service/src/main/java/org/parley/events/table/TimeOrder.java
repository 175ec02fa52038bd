package org.parley.events.table;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.parley.kit.page.KeysetCursors;
import org.parley.kit.page.Paging;
import org.parley.kit.problem.ProblemException;

/** The order of rows with a time: latest first, then by id. */
@ApplicationScoped
public class TimeOrder {

    private final KeysetCursors cursors;

    TimeOrder(KeysetCursors cursors) {
        this.cursors = cursors;
    }

    public String cursor(String list, Instant time, UUID id) {
        return cursors.encode(order(list), time, id);
    }

    /** The condition for rows beyond the cursor; adds its parameters. */
    public String beyond(String list, Paging paging, String time, String id, Map<String, Object> values) {
        if (paging.cursor() == null) {
            return "true";
        }
        List<String> keys = cursors.decode(order(list), paging.cursor(), paging.cursorField());
        try {
            values.put("sortAt", Instant.parse(keys.get(0)));
            values.put("sortId", UUID.fromString(keys.get(1)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw ProblemException.badInput(paging.cursorField(), "is of an older release: start again without it");
        }
        // The first comparison is for the index, the second for rows of the same time.
        return (paging.backward()
                        ? "%1$s >= :sortAt and (%1$s > :sortAt or %2$s < :sortId)"
                        : "%1$s <= :sortAt and (%1$s < :sortAt or %2$s > :sortId)")
                .formatted(time, id);
    }

    public static String by(Paging paging, String time, String id) {
        return (paging.backward() ? "%s asc, %s desc" : "%s desc, %s asc").formatted(time, id);
    }

    private static String order(String list) {
        return list + "-by-time-1";
    }
}
