package org.parley.events.proposal;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.parley.events.actor.ActorRef;
import org.parley.events.receipt.Placed;
import org.parley.events.receipt.Placements;
import org.parley.events.receipt.Receipt;
import org.parley.events.receipt.ReceiptView;
import org.parley.events.table.Json;
import org.parley.events.table.Rows;
import org.parley.extraction.Basis;

/** Reads proposal versions; the select is to be followed by a condition over {@code proposal_version v}. */
final class VersionRow {

    private static final int MOST_RECEIPTS = 20;

    static final String SELECT = """
            select v.*,
                (select json_agg(json_build_object('id', x.id, 'name', x.name, 'kind', x.kind) order by x.name)
                    from proposer p join actor x on x.id = p.actor_id
                    where p.version_id = v.id and (cast(:knownAt as timestamptz) is null or p.known_at <= :knownAt)) as proposers,
                (select json_agg(x order by x.known_at, x.id) from (
                    select * from (
                        select distinct on (m.article_id) m.id, m.receipt, m.article_id, m.article_version, c.read_version,
                            p.spans, m.known_at
                        from mention m join article c on c.id = m.article_id
                        left join placement p on p.owner_id = m.id and p.article_version = c.read_version
                        where m.version_id = v.id and (
                            cast(:knownAt as timestamptz) is null and m.superseded_at is null
                            or m.known_at <= :knownAt and (m.superseded_at is null or m.superseded_at > :knownAt))
                        order by m.article_id, m.start_at) firsts
                    order by known_at, id limit %d) x) as receipts
            from proposal_version v
            """.formatted(MOST_RECEIPTS);

    private static final TypeReference<List<ActorRef>> ACTORS = new TypeReference<>() {};
    private static final TypeReference<List<StoredReceipt>> RECEIPTS = new TypeReference<>() {};

    private record StoredReceipt(
            Receipt receipt, UUID articleId, int articleVersion, int readVersion, Map<String, Placed> spans) {

        ReceiptView shown() {
            return new Placements(articleId, articleVersion, readVersion, spans == null ? Map.of() : spans)
                    .show(receipt);
        }
    }

    private VersionRow() {}

    static ProposalVersionView of(ResultSet row) throws SQLException {
        String proposers = row.getString("proposers");
        String receipts = row.getString("receipts");
        return new ProposalVersionView(
                Rows.uuid(row, "id"),
                Rows.uuid(row, "proposal_id"),
                row.getString("label"),
                row.getObject("point_count", Integer.class),
                row.getObject("dated_on", LocalDate.class),
                Rows.name(row, "dated_on_basis", Basis.class),
                proposers == null ? List.of() : Json.read(proposers, ACTORS),
                receipts == null
                        ? List.of()
                        : Json.read(receipts, RECEIPTS).stream()
                                .map(StoredReceipt::shown)
                                .toList(),
                Rows.instant(row, "known_at"));
    }
}
