package org.parley.events.proposal;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.parley.events.proposal.Proofs.Proof;
import org.parley.events.table.Fields;
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
        List<ProposalRef> merged,
        Integer mentions,
        Instant knownAt,
        Instant supersededAt) {

    private static final String MENTIONS = """
            , (select count(*) from meaning g join mention m on m.id = g.mention_id
                where g.proposal_id = s.proposal_id and %s and %s) as mentions""".formatted(Known.at("g"), Known.at("m"));
    private static final String RESPONSES = """
            , (select json_agg(o.proposal_id order by o.title, o.proposal_id) from proposal_state o
                where o.responds_to = s.proposal_id and %s) as responses""".formatted(Known.at("o"));
    private static final String MERGED = """
            , (select json_agg(json_build_object('id', q.id, 'slug', q.slug, 'title', o.title, 'kind', o.kind)
                    order by x.known_at, x.id)
                from proposal_merge x join proposal q on q.id = x.from_id cross join lateral (
                    select title, kind from proposal_state where proposal_id = q.id order by known_at desc limit 1) o
                where x.into_id = s.proposal_id and %s) as merged""".formatted(Known.at("x"));

    /** Reads the proposals of the list {@code ids}, to be asked by {@link Known#query}. */
    static String select(Fields fields) {
        return "select distinct on (s.proposal_id) s.*, p.slug, p.known_at as first_known_at"
                + (fields.has("mentionCount") ? MENTIONS : "")
                + (fields.has("responseIds") ? RESPONSES : "")
                + (fields.has("mergedFrom") ? MERGED : "")
                + """

                from proposal_state s join proposal p on p.id = s.proposal_id
                where s.proposal_id = any(cast(string_to_array(:ids, ',') as uuid[]))
                    and (cast(:knownAt as timestamptz) is null or s.known_at <= :knownAt)
                order by s.proposal_id, s.known_at desc, s.superseded_at desc nulls first""";
    }

    private static final TypeReference<List<UUID>> IDS = new TypeReference<>() {};
    private static final TypeReference<List<ProposalRef>> REFS = new TypeReference<>() {};

    static ProposalRow of(ResultSet row, Fields fields) throws SQLException {
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
                fields.has("responseIds") ? ids(row.getString("responses")) : null,
                fields.has("mergedFrom") ? merged(row.getString("merged")) : null,
                fields.has("mentionCount") ? row.getInt("mentions") : null,
                Rows.instant(row, "first_known_at"),
                Rows.instant(row, "superseded_at"));
    }

    private static List<ProposalRef> merged(String json) {
        return json == null ? List.of() : Json.read(json, REFS);
    }

    private static List<UUID> ids(String json) {
        return json == null ? List.of() : Json.read(json, IDS);
    }

    /**
     * As the API shows it.
     *
     * @param versions null where they are not wanted, nor what follows from them
     * @param proofs null where receipts are not wanted
     */
    ProposalView view(List<ProposalVersionView> versions, Proofs proofs, Instant at) {
        return new ProposalView(
                id,
                slug,
                title,
                kind,
                versions == null
                        ? null
                        : versions.stream()
                                .flatMap(version -> version.proposers().stream())
                                .distinct()
                                .toList(),
                withdrawnOn,
                withdrawn ? withdrawnOn == null ? Basis.UNKNOWN : Basis.EXPLICIT : null,
                proofs == null ? null : proofs.show(withdrawal),
                respondsTo,
                proofs == null ? null : proofs.show(response),
                responses,
                versions,
                versions == null || versions.isEmpty()
                        ? null
                        : versions.get(versions.size() - 1).id(),
                merged,
                mentions,
                knownAt,
                supersededAt != null && at != null && supersededAt.isAfter(at) ? null : supersededAt);
    }
}
