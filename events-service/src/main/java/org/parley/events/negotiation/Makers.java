package org.parley.events.negotiation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.parley.events.table.Json;

/** Whose proposals those are that somebody is said to make: what a minister puts forward is the party's. */
final class Makers {

    private Makers() {}

    /**
     * By the name of who is said to make a proposal the name of whose it is.
     *
     * @param actors by their names
     */
    static Map<String, String> of(Handle handle, Resolved resolved, Map<String, UUID> actors) {
        record Maker(String name, UUID actor) {}
        List<Maker> asked = resolved.proposals().stream()
                .flatMap(proposal -> proposal.sponsors().stream().limit(1))
                .filter(actors::containsKey)
                .distinct()
                .map(name -> new Maker(name, actors.get(name)))
                .toList();
        Map<String, String> names = new HashMap<>();
        if (!asked.isEmpty()) {
            handle.createQuery("""
                            with found as materialized (
                                select x.name, puts_forward(x.actor, null) as id
                                from jsonb_to_recordset(cast(:asked as jsonb)) x(name text, actor uuid))
                            select f.name, a.name as maker from found f join actor a on a.id = f.id""")
                    .bind("asked", Json.write(asked))
                    .map((row, context) -> names.put(row.getString("name"), row.getString("maker")))
                    .list();
        }
        return names;
    }
}
