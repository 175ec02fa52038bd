package org.parley.events.table;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.parley.kit.page.KeysetCursors;
import org.parley.kit.page.Paging;
import org.parley.kit.problem.ProblemException;

/** The order of rows with a name: by that, then by id. */
@ApplicationScoped
public class NameOrder {

    private final KeysetCursors cursors;

    NameOrder(KeysetCursors cursors) {
        this.cursors = cursors;
    }

    public String cursor(String list, String name, UUID id) {
        return cursors.encode(order(list), name, id);
    }

    /** The condition for rows beyond the cursor; adds its parameters. */
    public String beyond(String list, Paging paging, String name, String id, Map<String, Object> values) {
        if (paging.cursor() == null) {
            return "true";
        }
        List<String> keys = cursors.decode(order(list), paging.cursor(), paging.cursorField());
        try {
            values.put("sortName", keys.get(0));
            values.put("sortId", UUID.fromString(keys.get(1)));
        } catch (IllegalArgumentException e) {
            throw ProblemException.badInput(paging.cursorField(), "is of an older release: start again without it");
        }
        return "(%s, %s) %s (:sortName, :sortId)".formatted(name, id, paging.backward() ? "<" : ">");
    }

    public static String by(Paging paging, String name, String id) {
        String direction = paging.backward() ? "desc" : "asc";
        return "%s %s, %s %s".formatted(name, direction, id, direction);
    }

    private static String order(String list) {
        return list + "-by-name-1";
    }
}
