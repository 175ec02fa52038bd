package org.parley.events.negotiation;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.parley.events.actor.Names;
import org.parley.events.negotiation.Resolved.Fate;
import org.parley.events.negotiation.Resolved.OneVersion;
import org.parley.events.negotiation.Resolved.PointState;
import org.parley.events.negotiation.Resolved.Proof;
import org.parley.events.table.Rows;

/** The points of resolved proposals as rows. A point keeps its id as long as a text that told it still does. */
final class PointRows {

    private record Row(
            UUID id,
            UUID pointId,
            UUID proposalId,
            UUID versionId,
            int position,
            String label,
            String text,
            Fate fate,
            UUID demandedBy,
            List<Proof> receipts,
            Instant knownAt) {}

    private record PointRow(UUID id, UUID proposalId, Instant knownAt) {}

    private final Handle handle;
    private final Resolved resolved;
    private final Identities identities;
    private final Map<String, UUID> actors;
    private final Instant now;

    PointRows(Handle handle, Resolved resolved, Identities identities, Map<String, UUID> actors, Instant now) {
        this.handle = handle;
        this.resolved = resolved;
        this.identities = identities;
        this.actors = actors;
        this.now = now;
    }

    /** @param under by proposal, the places of what was resolved */
    List<?> states(Map<UUID, List<Integer>> under) {
        List<Row> rows = new ArrayList<>();
        List<PointRow> fresh = new ArrayList<>();
        Map<String, UUID> known = known(under);
        Set<UUID> taken = new HashSet<>();
        under.forEach((proposal, places) -> {
            for (int place : places) {
                Map<Integer, UUID> points = new HashMap<>();
                List<OneVersion> versions = resolved.proposals().get(place).versions();
                for (OneVersion version : versions) {
                    for (PointState point : version.points()) {
                        UUID before = known.get(words(point.text()));
                        if (!points.containsKey(point.point()) && before != null && taken.add(before)) {
                            points.put(point.point(), before);
                        }
                    }
                }
                for (int i = 0; i < versions.size(); i++) {
                    UUID version = identities.version(place, i);
                    int position = 0;
                    for (PointState point : versions.get(i).points()) {
                        UUID id = points.computeIfAbsent(point.point(), none -> {
                            UUID made = UuidCreator.getTimeOrderedEpoch();
                            fresh.add(new PointRow(made, proposal, now));
                            return made;
                        });
                        rows.add(new Row(
                                UuidCreator.getTimeOrderedEpoch(),
                                id,
                                proposal,
                                version,
                                position++,
                                point.label(),
                                point.text(),
                                point.fate(),
                                point.demandedBy() == null ? null : actors.get(point.demandedBy()),
                                point.receipts(),
                                now));
                    }
                }
            }
        });
        Rows.insert(handle, "point", fresh);
        return rows;
    }

    /** The points of these proposals so far, by the words that tell them. */
    private Map<String, UUID> known(Map<UUID, List<Integer>> under) {
        Map<String, UUID> known = new HashMap<>();
        handle.createQuery("""
                        select point_id, text from point_state where superseded_at is null
                            and proposal_id = any(cast(string_to_array(:ids, ',') as uuid[])) order by known_at, id""")
                .bind("ids", Rows.list(under.keySet()))
                .map((row, context) -> known.putIfAbsent(words(row.getString("text")), Rows.uuid(row, "point_id")))
                .list();
        return known;
    }

    private static String words(String text) {
        return Names.normalised(text);
    }
}
