package org.parley.events.proposal;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.parley.events.proposal.Proofs.Proof;
import org.parley.events.table.Json;
import org.parley.events.table.Known;
import org.parley.events.table.Rows;
import org.parley.extraction.Basis;
import org.parley.extraction.ProposalMention;

/** A proposal as it is read: as it stands, or as it stood last. */
record ProposalRow(
        UUID id,
        String slug,
        String title,
        ProposalMention.Kind kind,
        boolean withdrawn,
        LocalDate withdrawnOn,
        List<Proof> withdrawal,
        UUID respondsTo,
        List<Proof> response,
        List<UUID> responses,
        List<UUID> merged,
        int mentions,
        Instant knownAt,
        Instant supersededAt) {

    static final String SELECT = """
            select distinct on (s.proposal_id) s.*, p.slug, p.known_at as first_known_at,
                (select count(*) from meaning g join mention m on m.id = g.mention_id
                    where g.proposal_id = s.proposal_id and %1$s and %2$s) as mentions,
                (select json_agg(o.proposal_id order by o.title, o.proposal_id) from proposal_state o
                    where o.responds_to = s.proposal_id and %3$s) as responses,
                (select json_agg(x.from_id order by x.known_at, x.id) from proposal_merge x
                    where x.into_id = s.proposal_id and %4$s) as merged
            from proposal_state s join proposal p on p.id = s.proposal_id
            where s.proposal_id = any(cast(string_to_array(:ids, ',') as uuid[]))
                and (cast(:knownAt as timestamptz) is null or s.known_at <= :knownAt)
            order by s.proposal_id, s.known_at desc, s.superseded_at desc nulls first""".formatted(Known.at("g"), Known.at("m"), Known.at("o"), Known.at("x"));

    private static final TypeReference<List<UUID>> IDS = new TypeReference<>() {};

    static ProposalRow of(ResultSet row) throws SQLException {
        return new ProposalRow(
                Rows.uuid(row, "proposal_id"),
                row.getString("slug"),
                row.getString("title"),
                Rows.name(row, "kind", ProposalMention.Kind.class),
                row.getBoolean("withdrawn"),
                row.getObject("withdrawn_on", LocalDate.class),
                Proofs.read(row.getString("withdrawal")),
                Rows.uuid(row, "responds_to"),
                Proofs.read(row.getString("response")),
                ids(row.getString("responses")),
                ids(row.getString("merged")),
                row.getInt("mentions"),
                Rows.instant(row, "first_known_at"),
                Rows.instant(row, "superseded_at"));
    }

    private static List<UUID> ids(String json) {
        return json == null ? List.of() : Json.read(json, IDS);
    }

    ProposalView view(List<ProposalVersionView> versions, Proofs proofs, Instant at) {
        return new ProposalView(
                id,
                slug,
                title,
                kind,
                versions.stream()
                        .flatMap(version -> version.proposers().stream())
                        .distinct()
                        .toList(),
                withdrawnOn,
                withdrawn ? withdrawnOn == null ? Basis.UNKNOWN : Basis.EXPLICIT : null,
                proofs.show(withdrawal),
                respondsTo,
                proofs.show(response),
                responses,
                versions,
                versions.isEmpty() ? null : versions.get(versions.size() - 1).id(),
                merged,
                mentions,
                knownAt,
                supersededAt != null && at != null && supersededAt.isAfter(at) ? null : supersededAt);
    }
}
