package org.parley.events.proposal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Two versions of one proposal, point by point. */
public record DiffView(UUID from, UUID to, List<PointDiff> points) {

    /**
     * One point.
     *
     * @param fate in the later version; UNKNOWN where no text tells what became of it
     * @param before as in the one version, absent where no text tells it there
     * @param after as in the other, likewise
     */
    @JsonInclude(Include.NON_NULL)
    public record PointDiff(UUID pointId, String label, String fate, PointStateView before, PointStateView after) {}

    static DiffView of(ProposalVersionView from, ProposalVersionView to) {
        Map<UUID, PointStateView> before = new LinkedHashMap<>();
        from.points().forEach(point -> before.put(point.pointId(), point));
        List<PointDiff> points = new ArrayList<>();
        for (PointStateView after : to.points()) {
            points.add(
                    new PointDiff(after.pointId(), after.label(), after.fate(), before.remove(after.pointId()), after));
        }
        before.values()
                .forEach(gone -> points.add(new PointDiff(
                        gone.pointId(),
                        gone.label(),
                        gone.fate().equals("REMOVED") ? "REMOVED" : "UNKNOWN",
                        gone,
                        null)));
        return new DiffView(from.id(), to.id(), points);
    }
}
