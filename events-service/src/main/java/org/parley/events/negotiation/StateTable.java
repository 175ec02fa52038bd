package org.parley.events.negotiation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.parley.events.table.Json;
import org.parley.events.table.Rows;

/**
 * A table of states: rows that are closed when another takes their place. Only what differs is written, so what is resolved anew and comes
 * out the same leaves no trace.
 *
 * @param keys columns that tell what a row is the state of
 */
record StateTable(String name, List<String> keys) {

    static final StateTable PROPOSAL = new StateTable("proposal_state", List.of("proposal_id"));
    static final StateTable VERSION = new StateTable("version_state", List.of("version_id"));
    static final StateTable PROPOSER = new StateTable("proposer", List.of("version_id", "actor_id"));
    static final StateTable POINT = new StateTable("point_state", List.of("point_id", "version_id"));
    static final StateTable MEANING = new StateTable("meaning", List.of("mention_id"));

    /**
     * Makes {@code rows} the present ones.
     *
     * @param owner column by which the rows that may be closed are found
     * @param owners its values: their present rows that {@code rows} has no more are closed
     * @param told column of the ids to answer with
     * @return of the rows that were opened or closed
     */
    Set<UUID> replace(
            Handle handle, Collection<?> rows, String owner, Collection<UUID> owners, String told, Instant now) {
        String same = String.join(
                " and ",
                keys.stream().map(key -> "n.%1$s = s.%1$s".formatted(key)).toList());
        String content = "(to_jsonb(%s) - 'id' - 'known_at' - 'superseded_at')";
        Set<UUID> changed = new LinkedHashSet<>();
        String json = Json.write(new ArrayList<>(rows));
        changed.addAll(handle.createQuery("""
                        with n as (%1$s)
                        update %2$s s set superseded_at = :now
                        where s.superseded_at is null and s.%3$s = any(cast(string_to_array(:owners, ',') as uuid[]))
                            and not exists (select from n where %4$s and %5$s = %6$s)
                        returning s.%7$s as told""".formatted(
                        Rows.from(name), name, owner, same, content.formatted("n"), content.formatted("s"), told))
                .bind("rows", json)
                .bind("now", now)
                .bind("owners", Rows.list(owners))
                .map((row, context) -> Rows.uuid(row, "told"))
                .list());
        changed.addAll(handle.createQuery("""
                        insert into %2$s select * from (%1$s) n
                        where not exists (select from %2$s s where s.superseded_at is null and %3$s)
                        returning %4$s as told""".formatted(Rows.from(name), name, same, told))
                .bind("rows", json)
                .map((row, context) -> Rows.uuid(row, "told"))
                .list());
        return changed;
    }
}
