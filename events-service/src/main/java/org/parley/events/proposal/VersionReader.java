package org.parley.events.proposal;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.parley.events.actor.ActorRef;
import org.parley.events.proposal.Proofs.Proof;
import org.parley.events.table.Known;
import org.parley.events.table.Rows;
import org.parley.extraction.Speaker;

/** Reads versions with their points. */
final class VersionReader {

    private static final String ANY = " = any(cast(string_to_array(:ids, ',') as uuid[]))";

    private final Handle handle;
    private final Instant knownAt;

    /** @param knownAt null for now */
    VersionReader(Handle handle, Instant knownAt) {
        this.handle = handle;
        this.knownAt = knownAt;
    }

    private record PointRow(
            UUID pointId,
            String label,
            UUID proposalId,
            UUID versionId,
            String text,
            String fate,
            ActorRef demandedBy,
            List<Proof> receipts) {}

    /** In the order of their proposals' versions. */
    List<ProposalVersionView> ofProposals(Collection<UUID> proposals) {
        return views(rows(
                "v.proposal_id" + ANY + " and " + Known.at("v") + " order by v.position, v.version_id", proposals));
    }

    /** By id; one that is no more is shown as it was last. */
    Map<UUID, ProposalVersionView> byIds(Collection<UUID> ids) {
        List<VersionRow> rows = rows("""
                v.id in (select distinct on (version_id) id from version_state
                    where version_id %s and (cast(:knownAt as timestamptz) is null or known_at <= :knownAt)
                    order by version_id, known_at desc, superseded_at desc nulls first)""".formatted(ANY), ids);
        Map<UUID, ProposalVersionView> views = new LinkedHashMap<>();
        views(rows).forEach(view -> views.put(view.id(), view));
        return views;
    }

    private List<VersionRow> rows(String condition, Collection<UUID> ids) {
        return Known.query(handle, VersionRow.SELECT + " where " + condition, knownAt)
                .bind("ids", Rows.list(ids))
                .map((row, context) -> VersionRow.of(row))
                .list();
    }

    private List<ProposalVersionView> views(List<VersionRow> rows) {
        Map<UUID, List<PointStateView>> points =
                states("s.version_id", rows.stream().map(VersionRow::id).toList()).stream()
                        .collect(Collectors.groupingBy(PointStateView::versionId));
        Proofs proofs = Proofs.of(handle, rows.stream().flatMap(VersionRow::proofs));
        return rows.stream()
                .map(row -> row.view(proofs, points.getOrDefault(row.id(), List.of()), knownAt))
                .toList();
    }

    /** Points in versions, by {@code column}: in order of versions, then of points. */
    List<PointStateView> states(String column, Collection<UUID> ids) {
        List<PointRow> rows = Known.query(handle, """
                        select s.*, x.id as actor_id, x.name, x.kind from point_state s
                        left join version_state v on v.version_id = s.version_id and %3$s
                        left join actor x on x.id = current_id(s.demanded_by, cast(:knownAt as timestamptz))
                        where %1$s %2$s and %4$s order by v.position, s.position, s.point_id""".formatted(column, ANY, Known.at("v"), Known.at("s")), knownAt)
                .bind("ids", Rows.list(ids))
                .map((row, context) -> new PointRow(
                        Rows.uuid(row, "point_id"),
                        row.getString("label"),
                        Rows.uuid(row, "proposal_id"),
                        Rows.uuid(row, "version_id"),
                        row.getString("text"),
                        row.getString("fate"),
                        row.getString("name") == null
                                ? null
                                : new ActorRef(
                                        Rows.uuid(row, "actor_id"),
                                        row.getString("name"),
                                        Rows.name(row, "kind", Speaker.Kind.class)),
                        Proofs.read(row.getString("receipts"))))
                .list();
        Proofs proofs = Proofs.of(handle, rows.stream().map(PointRow::receipts));
        return rows.stream()
                .map(row -> new PointStateView(
                        row.pointId(),
                        row.label(),
                        row.proposalId(),
                        row.versionId(),
                        row.text(),
                        row.fate(),
                        row.demandedBy(),
                        proofs.show(row.receipts())))
                .toList();
    }
}
