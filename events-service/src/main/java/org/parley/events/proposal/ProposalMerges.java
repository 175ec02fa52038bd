package org.parley.events.proposal;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.parley.events.negotiation.Negotiations;
import org.parley.events.resolve.Resolve;
import org.parley.events.table.Redirects;
import org.parley.events.table.Rows;
import org.parley.kit.change.ChangeData;
import org.parley.kit.change.Changes;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.ProblemException;

/** Merges proposals and takes merges back. Each is a row of its own that resolving follows, so it outlasts new articles and engines. */
@ApplicationScoped
class ProposalMerges {

    private final Jdbi jdbi;
    private final Proposals proposals;
    private final Changes changes;
    private final Clock clock;

    ProposalMerges(Jdbi jdbi, Proposals proposals, Changes changes, Clock clock) {
        this.jdbi = jdbi;
        this.proposals = proposals;
        this.changes = changes;
        this.clock = clock;
    }

    private record Row(UUID id, UUID fromId, UUID intoId, String reason, String decidedBy, Instant knownAt) {}

    ProposalView merge(MergeQuery query, String who) {
        QuarkusTransaction.joiningExisting()
                .run(() -> jdbi.useHandle(handle -> {
                    Resolve.alone(handle);
                    Instant now = clock.instant();
                    UUID into = present(handle, query.into());
                    Set<UUID> from = new LinkedHashSet<>(query.from());
                    for (UUID id : from) {
                        UUID target = Redirects.resolve(handle, List.of(id)).get(id);
                        if (id.equals(into) || target.equals(into)) {
                            throw conflict(id + " is " + into + " already: nothing is to be merged.");
                        }
                        if (!target.equals(id)) {
                            throw conflict("%s was merged into %s before; unmerge it first, or merge that."
                                    .formatted(id, target));
                        }
                        present(handle, id);
                        Rows.insert(
                                handle,
                                "proposal_merge",
                                List.of(new Row(
                                        UuidCreator.getTimeOrderedEpoch(), id, into, query.reason(), who, now)));
                        Redirects.enter(handle, id, into, "MERGE", now);
                    }
                    from.add(into);
                    follow(handle, from, now);
                }));
        return proposals.byIds(List.of(query.into()), null).get(0);
    }

    ProposalView unmerge(UUID id) {
        QuarkusTransaction.joiningExisting()
                .run(() -> jdbi.useHandle(handle -> {
                    Resolve.alone(handle);
                    Instant now = clock.instant();
                    UUID into = handle.createQuery("""
                            update proposal_merge set superseded_at = :now where from_id = :id and superseded_at is null
                            returning into_id""")
                            .bind("now", now)
                            .bind("id", id)
                            .map((row, context) -> Rows.uuid(row, "into_id"))
                            .findOne()
                            .orElseThrow(() ->
                                    ProblemException.notFound("No proposal with the id " + id + " is merged now."));
                    handle.createUpdate(
                                    "update redirect set superseded_at = :now where from_id = :id and superseded_at is null")
                            .bind("now", now)
                            .bind("id", id)
                            .execute();
                    follow(handle, Set.of(id, into), now);
                }));
        return proposals.byIds(List.of(id), null).get(0);
    }

    /** Resolves the negotiations that tell of these anew; at the end the change feed is told. */
    private void follow(Handle handle, Collection<UUID> ids, Instant now) {
        List<UUID> articles = handle.createQuery("""
                        select distinct on (n.negotiation_id) n.article_id
                        from meaning g join mention m on m.id = g.mention_id
                        join negotiation_article n on n.article_id = m.article_id
                        where g.superseded_at is null and g.own_id = any(cast(string_to_array(:ids, ',') as uuid[]))""")
                .bind("ids", Rows.list(ids))
                .map((row, context) -> Rows.uuid(row, "article_id"))
                .list();
        Negotiations negotiations = new Negotiations(handle, now);
        negotiations.resolveAgain(articles);
        Resolve.after(handle, negotiations.statements(), negotiations.touched(), now);
        Map<UUID, ProposalView> before = proposals.before(ids, now);
        for (UUID id : ids) {
            changes.record(
                    "org.parley.proposal.changed.v1",
                    id.toString(),
                    new ChangeData(
                            before.get(id), proposals.byIds(List.of(id), null).get(0), "MERGE"));
        }
    }

    private UUID present(Handle handle, UUID id) {
        boolean there = handle.createQuery("select exists (select from proposal_now where proposal_id = :id)")
                .bind("id", id)
                .mapTo(Boolean.class)
                .one();
        if (!there) {
            throw ProblemException.notFound("No proposal with the id " + id + " is in the record now.");
        }
        return id;
    }

    private static ProblemException conflict(String detail) {
        return new ProblemException(ErrorCode.CONFLICT, detail);
    }
}
