package org.parley.events.proposal;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.parley.events.actor.ActorRef;
import org.parley.events.proposal.Proofs.Proof;
import org.parley.events.receipt.Placed;
import org.parley.events.receipt.Placements;
import org.parley.events.receipt.Receipt;
import org.parley.events.receipt.ReceiptView;
import org.parley.events.table.Json;
import org.parley.events.table.Known;
import org.parley.events.table.Rows;
import org.parley.extraction.Basis;

/** A proposal version as it is read. */
record VersionRow(
        UUID id,
        UUID proposalId,
        String label,
        int position,
        Integer pointCount,
        List<Count> counts,
        LocalDate datedOn,
        Basis datedOnBasis,
        List<Proof> dated,
        List<ActorRef> proposers,
        List<ReceiptView> receipts,
        UUID previousId,
        List<Proof> revised,
        Instant knownAt,
        Instant supersededAt) {

    private static final int MOST_RECEIPTS = 20;

    /** A number of points, as stored. */
    record Count(int value, List<Proof> receipts) {}

    /** To be followed by a condition over {@code version_state v}. */
    static final String SELECT = """
            select v.*, i.known_at as first_known_at,
                (select json_agg(json_build_object('id', x.id, 'name', x.name, 'kind', x.kind) order by p.position)
                    from (select puts_forward(p.actor_id, cast(:knownAt as timestamptz)) as id, min(p.position) as position
                        from proposer p where p.version_id = v.version_id and %s group by 1) p
                    join actor x on x.id = p.id) as proposers,
                (select json_agg(x order by x.known_at, x.id) from (
                    select * from (
                        select distinct on (m.article_id) m.id, m.receipt, m.article_id, m.article_version, c.read_version,
                            p.spans, m.known_at
                        from meaning g join mention m on m.id = g.mention_id join article c on c.id = m.article_id
                        left join placement p on p.owner_id = m.id and p.article_version = c.read_version
                        where g.version_id = v.version_id and %s and %s
                        order by m.article_id, m.start_at) firsts
                    order by known_at, id limit %d) x) as receipts
            from version_state v join proposal_version i on i.id = v.version_id
            """.formatted(Known.at("p"), Known.at("g"), Known.at("m"), MOST_RECEIPTS);

    private static final TypeReference<List<ActorRef>> ACTORS = new TypeReference<>() {};
    private static final TypeReference<List<StoredReceipt>> RECEIPTS = new TypeReference<>() {};
    private static final TypeReference<List<Count>> COUNTS = new TypeReference<>() {};

    private record StoredReceipt(
            Receipt receipt, UUID articleId, int articleVersion, int readVersion, Map<String, Placed> spans) {

        ReceiptView shown() {
            return new Placements(articleId, articleVersion, readVersion, spans == null ? Map.of() : spans)
                    .show(receipt);
        }
    }

    static VersionRow of(ResultSet row) throws SQLException {
        String proposers = row.getString("proposers");
        String receipts = row.getString("receipts");
        return new VersionRow(
                Rows.uuid(row, "version_id"),
                Rows.uuid(row, "proposal_id"),
                row.getString("label"),
                row.getInt("position") + 1,
                row.getObject("point_count", Integer.class),
                Json.read(row.getString("counts"), COUNTS),
                row.getObject("dated_on", LocalDate.class),
                Rows.name(row, "dated_on_basis", Basis.class),
                Proofs.read(row.getString("dated")),
                proposers == null ? List.of() : Json.read(proposers, ACTORS),
                receipts == null
                        ? List.of()
                        : Json.read(receipts, RECEIPTS).stream()
                                .map(StoredReceipt::shown)
                                .toList(),
                Rows.uuid(row, "previous_id"),
                Proofs.read(row.getString("revised")),
                Rows.instant(row, "first_known_at"),
                Rows.instant(row, "superseded_at"));
    }

    Stream<List<Proof>> proofs() {
        return Stream.concat(counts.stream().map(Count::receipts), Stream.of(dated, revised));
    }

    ProposalVersionView view(Proofs proofs, List<PointStateView> points, Instant knownAt) {
        return new ProposalVersionView(
                id,
                proposalId,
                label,
                position,
                pointCount,
                counts.stream()
                        .map(count -> new CountView(count.value(), proofs.show(count.receipts())))
                        .toList(),
                datedOn,
                datedOnBasis == null ? Basis.UNKNOWN : datedOnBasis,
                proofs.show(dated),
                proposers,
                receipts,
                previousId,
                proofs.show(revised),
                points,
                this.knownAt,
                supersededAt != null && knownAt != null && supersededAt.isAfter(knownAt) ? null : supersededAt);
    }
}
