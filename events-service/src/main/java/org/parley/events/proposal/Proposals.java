package org.parley.events.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.parley.events.table.Fields;
import org.parley.events.table.Known;
import org.parley.events.table.NameOrder;
import org.parley.events.table.Redirects;
import org.parley.events.table.Rows;
import org.parley.kit.page.Page;
import org.parley.kit.page.Paging;

/** Reads proposals and their versions. */
@ApplicationScoped
public class Proposals {

    private final Jdbi jdbi;
    private final NameOrder order;

    Proposals(Jdbi jdbi, NameOrder order) {
        this.jdbi = jdbi;
        this.order = order;
    }

    Page<ProposalView> query(ProposalsQuery query) {
        Map<String, Object> values = new HashMap<>();
        return jdbi.withHandle(handle -> {
            UnaryOperator<UUID> current =
                    id -> Redirects.resolve(handle, List.of(id)).get(id);
            return page(
                    handle,
                    query.paging(),
                    query.knownAt(),
                    where(query.filter(), current, values),
                    values,
                    query.fields());
        });
    }

    private Page<ProposalView> page(
            Handle handle,
            Paging paging,
            Instant knownAt,
            String condition,
            Map<String, Object> values,
            Fields fields) {
        String where = condition + " and " + Known.at("s");
        Long total = paging.count()
                ? Known.query(handle, "select count(*) from proposal_state s where " + where, knownAt)
                        .bindMap(values)
                        .mapTo(Long.class)
                        .one()
                : null;
        String page = "select s.proposal_id from proposal_state s where %s and %s order by %s limit %d"
                .formatted(
                        where,
                        order.beyond("proposals", paging, "s.title", "s.proposal_id", values),
                        NameOrder.by(paging, "s.title", "s.proposal_id"),
                        paging.size() + 1);
        List<UUID> ids = Known.query(handle, page, knownAt)
                .bindMap(values)
                .map((row, context) -> Rows.uuid(row, "proposal_id"))
                .list();
        Map<UUID, ProposalView> views = views(handle, ids, knownAt, fields);
        return Page.of(
                paging,
                ids.stream().map(views::get).toList(),
                row -> order.cursor("proposals", row.title(), row.id()),
                total);
    }

    /** In the order of {@code ids}; a merged one is answered with the proposal it was merged into. */
    public List<ProposalView> byIds(List<UUID> ids, Instant knownAt) {
        return byIds(ids, knownAt, Fields.ALL);
    }

    /**
     * Each as it stood under its own id right before a transaction changed it; those that were not there are left out.
     *
     * @param now when what the transaction enters is known from
     */
    public Map<UUID, ProposalView> before(Collection<UUID> ids, Instant now) {
        return ids.isEmpty()
                ? Map.of()
                : jdbi.withHandle(handle -> views(handle, ids, now.minus(1, ChronoUnit.MICROS), Fields.ALL));
    }

    List<ProposalView> byIds(List<UUID> ids, Instant knownAt, Fields fields) {
        return jdbi.withHandle(handle -> {
            Map<UUID, UUID> now = Redirects.resolve(handle, ids);
            Map<UUID, ProposalView> views = views(handle, now.values(), knownAt, fields);
            List<ProposalView> answer = new ArrayList<>();
            ids.forEach(id -> answer.add(views.get(now.get(id))));
            return answer;
        });
    }

    List<ProposalVersionView> versionsByIds(List<UUID> ids, Instant knownAt) {
        return jdbi.withHandle(handle -> {
            Map<UUID, UUID> now = Redirects.resolve(handle, ids);
            Map<UUID, ProposalVersionView> views = new VersionReader(handle, knownAt).byIds(now.values());
            List<ProposalVersionView> answer = new ArrayList<>();
            ids.forEach(id -> answer.add(views.get(now.get(id))));
            return answer;
        });
    }

    /** Each point in all versions it is told of, in the order of {@code ids}; null for none. */
    List<PointView> pointsByIds(List<UUID> ids, Instant knownAt) {
        return jdbi.withHandle(handle -> {
            Map<UUID, List<PointStateView>> states = new VersionReader(handle, knownAt)
                    .states("s.point_id", ids).stream().collect(Collectors.groupingBy(PointStateView::pointId));
            List<PointView> answer = new ArrayList<>();
            for (UUID id : ids) {
                List<PointStateView> its = states.get(id);
                PointStateView last = its == null ? null : its.get(its.size() - 1);
                answer.add(last == null ? null : new PointView(id, last.proposalId(), last.label(), its));
            }
            return answer;
        });
    }

    /** Of each proposal a page of those that answer it, by title. */
    Map<UUID, Page<ProposalView>> responses(MentionsQuery query) {
        Map<UUID, Page<ProposalView>> pages = new LinkedHashMap<>();
        jdbi.useHandle(handle -> {
            Map<UUID, UUID> now = Redirects.resolve(handle, query.ids());
            now.forEach((asked, id) -> pages.put(
                    asked,
                    page(
                            handle,
                            query.paging(),
                            query.knownAt(),
                            "s.responds_to = :answered",
                            new HashMap<>(Map.of("answered", id)),
                            Fields.ALL)));
        });
        return pages;
    }

    /** The proposal's id, or null. */
    UUID idOf(String slug) {
        return jdbi.withHandle(handle -> handle.createQuery("select id from proposal where slug = :slug")
                .bind("slug", slug)
                .map((row, context) -> Rows.uuid(row, "id"))
                .findOne()
                .orElse(null));
    }

    private static String where(ProposalsQuery.Filter filter, UnaryOperator<UUID> sponsor, Map<String, Object> values) {
        List<String> all = new ArrayList<>(List.of("true"));
        if (filter != null && filter.kind() != null) {
            values.put("kinds", Rows.list(filter.kind()));
            all.add("s.kind = any(string_to_array(:kinds, ','))");
        }
        if (filter != null && filter.pointCount() != null) {
            values.put("points", filter.pointCount());
            all.add(
                    "exists (select from version_state v where v.proposal_id = s.proposal_id and v.point_count = :points and "
                            + Known.at("v") + ")");
        }
        if (filter != null && filter.sponsor() != null) {
            values.put("sponsor", sponsor.apply(filter.sponsor()));
            all.add("exists (select from version_state v join proposer o on o.version_id = v.version_id"
                    + " where v.proposal_id = s.proposal_id and (current_id(o.actor_id, cast(:knownAt as timestamptz)) = :sponsor"
                    + " or puts_forward(o.actor_id, cast(:knownAt as timestamptz)) = :sponsor) and "
                    + Known.at("v") + " and " + Known.at("o") + ")");
        }
        if (filter != null && filter.text() != null) {
            values.put("text", filter.text());
            all.add("(s.title ilike '%' || :text || '%' or cast(:text as text) <% s.title)");
        }
        return String.join(" and ", all);
    }

    private static Map<UUID, ProposalView> views(Handle handle, Collection<UUID> ids, Instant knownAt, Fields fields) {
        Map<UUID, List<ProposalVersionView>> versions = fields.has("versions", "proposers", "currentVersionId")
                ? new VersionReader(handle, knownAt)
                        .ofProposals(ids).stream().collect(Collectors.groupingBy(ProposalVersionView::proposalId))
                : null;
        List<ProposalRow> rows = Known.query(handle, ProposalRow.select(fields), knownAt)
                .bind("ids", Rows.list(ids))
                .map((row, context) -> ProposalRow.of(row, fields))
                .list();
        Proofs proofs = fields.has("withdrawnReceipts", "respondsToReceipts")
                ? Proofs.of(handle, rows.stream().flatMap(row -> Stream.of(row.withdrawal(), row.response())))
                : null;
        Map<UUID, ProposalView> views = new LinkedHashMap<>();
        rows.forEach(row -> views.put(
                row.id(),
                row.view(versions == null ? null : versions.getOrDefault(row.id(), List.of()), proofs, knownAt)));
        return views;
    }
}
