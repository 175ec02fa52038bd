package org.parley.events.negotiation;

import com.fasterxml.jackson.core.type.TypeReference;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.parley.events.table.Json;
import org.parley.events.table.NewRows;
import org.parley.events.table.Rows;
import org.parley.extraction.Extraction;

/** Enters and reads what article versions tell of proposals. */
public final class EvidenceBook {

    private static final TypeReference<List<ProposalEvidence>> EVIDENCE = new TypeReference<>() {};
    private static final TypeReference<Map<String, UUID>> ACTORS = new TypeReference<>() {};

    private record Row(
            UUID id,
            UUID articleId,
            int articleVersion,
            String extractor,
            List<ProposalEvidence> evidence,
            Map<String, UUID> actors,
            Instant knownAt,
            Instant supersededAt) {}

    private EvidenceBook() {}

    /**
     * Adds what an engine found in an article version.
     *
     * @param sponsors the actor of a name
     */
    public static void add(
            NewRows into,
            UUID article,
            int version,
            String extractor,
            Extraction found,
            String text,
            boolean current,
            Function<String, UUID> sponsors,
            Instant now) {
        Map<String, UUID> actors = new HashMap<>();
        names(found).forEach(name -> actors.put(name, sponsors.apply(name)));
        into.add(
                "proposal_evidence",
                List.of(new Row(
                        UuidCreator.getTimeOrderedEpoch(),
                        article,
                        version,
                        extractor,
                        Evidence.of(found, text),
                        actors,
                        now,
                        current ? null : now)));
    }

    /** Who is said to make proposals, or to have demanded a point. */
    public static Collection<String> names(Extraction found) {
        List<String> names = new ArrayList<>();
        found.proposals().forEach(proposal -> {
            names.addAll(proposal.sponsors());
            proposal.versions()
                    .forEach(version -> version.points().stream()
                            .filter(point -> point.demandedBy() != null)
                            .forEach(point -> names.add(point.demandedBy())));
        });
        return names;
    }

    /** What each version of these articles tells, by the extractor that read it last. */
    static List<ArticleEvidence> of(Handle handle, Collection<UUID> articles) {
        return handle.createQuery("""
                        select distinct on (e.article_id, e.article_version) e.*, n.published_on, v.sha256, a.url,
                            e.superseded_at is null and a.state <> 'RETRACTED' as current
                        from proposal_evidence e
                        join article a on a.id = e.article_id
                        join article_version v on v.article_id = e.article_id and v.number = e.article_version
                        left join negotiation_article n on n.article_id = e.article_id
                        where e.article_id = any(cast(string_to_array(:ids, ',') as uuid[]))
                        order by e.article_id, e.article_version, e.known_at desc, e.id desc""")
                .bind("ids", Rows.list(articles))
                .map((row, context) -> new ArticleEvidence(
                        Rows.uuid(row, "id"),
                        Rows.uuid(row, "article_id"),
                        row.getInt("article_version"),
                        row.getBoolean("current"),
                        // An address has one article; without one, equal texts are told apart by nothing that lasts.
                        row.getString("url") + " " + row.getString("sha256") + " "
                                + (row.getString("url") == null ? Rows.uuid(row, "article_id") : ""),
                        row.getObject("published_on", LocalDate.class),
                        Json.read(row.getString("evidence"), EVIDENCE),
                        Json.read(row.getString("actors"), ACTORS)))
                .list();
    }
}
