package org.parley.events.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.parley.events.actor.ActorRef;
import org.parley.events.table.NameOrder;
import org.parley.events.table.Redirects;
import org.parley.events.table.Rows;
import org.parley.extraction.ProposalMention;
import org.parley.kit.page.Page;
import org.parley.kit.page.Paging;

/** Reads proposals and their versions. */
@ApplicationScoped
public class Proposals {

    private static final String ANY = " = any(cast(string_to_array(:ids, ',') as uuid[]))";

    private final Jdbi jdbi;
    private final NameOrder order;

    Proposals(Jdbi jdbi, NameOrder order) {
        this.jdbi = jdbi;
        this.order = order;
    }

    Page<ProposalView> query(ProposalsQuery query) {
        Paging paging = query.paging();
        Map<String, Object> values = new HashMap<>();
        return jdbi.withHandle(handle -> {
            UnaryOperator<UUID> current =
                    id -> Redirects.resolve(handle, List.of(id)).get(id);
            String where = where(query.filter(), current, values) + " and " + holds(query.knownAt(), values);
            Long total = paging.count()
                    ? handle.createQuery("select count(*) from proposal p where " + where)
                            .bindMap(values)
                            .mapTo(Long.class)
                            .one()
                    : null;
            String page = "select p.id from proposal p where %s and %s order by %s limit %d"
                    .formatted(
                            where,
                            order.beyond("proposals", paging, "p.title", "p.id", values),
                            NameOrder.by(paging, "p.title", "p.id"),
                            paging.size() + 1);
            List<UUID> ids = handle.createQuery(page)
                    .bindMap(values)
                    .map((row, context) -> Rows.uuid(row, "id"))
                    .list();
            Map<UUID, ProposalView> views = views(handle, ids, query.knownAt());
            return Page.of(
                    paging,
                    ids.stream().map(views::get).toList(),
                    row -> order.cursor("proposals", row.title(), row.id()),
                    total);
        });
    }

    /** In the order of {@code ids}; a merged one is answered with the proposal it was merged into. */
    public List<ProposalView> byIds(List<UUID> ids, Instant knownAt) {
        return jdbi.withHandle(handle -> {
            Map<UUID, UUID> now = Redirects.resolve(handle, ids);
            Map<UUID, ProposalView> views = views(handle, now.values(), knownAt);
            List<ProposalView> answer = new ArrayList<>();
            ids.forEach(id -> answer.add(views.get(now.get(id))));
            return answer;
        });
    }

    List<ProposalVersionView> versionsByIds(List<UUID> ids, Instant knownAt) {
        return jdbi.withHandle(handle -> {
            Map<UUID, UUID> now = Redirects.resolve(handle, ids);
            Map<UUID, ProposalVersionView> views = versions(handle, "v.id" + ANY, now.values(), knownAt).stream()
                    .collect(Collectors.toMap(ProposalVersionView::id, view -> view));
            List<ProposalVersionView> answer = new ArrayList<>();
            ids.forEach(id -> answer.add(views.get(now.get(id))));
            return answer;
        });
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
            all.add("p.kind = any(string_to_array(:kinds, ','))");
        }
        if (filter != null && filter.pointCount() != null) {
            values.put("points", filter.pointCount());
            all.add("exists (select from proposal_version v where v.proposal_id = p.id and v.point_count = :points)");
        }
        if (filter != null && filter.sponsor() != null) {
            values.put("sponsor", sponsor.apply(filter.sponsor()));
            all.add("exists (select from proposal_version v join proposer o on o.version_id = v.id"
                    + " where v.proposal_id = p.id and o.actor_id = :sponsor)");
        }
        if (filter != null && filter.text() != null) {
            values.put("text", filter.text());
            all.add("(p.title ilike '%' || :text || '%' or cast(:text as text) <% p.title)");
        }
        return String.join(" and ", all);
    }

    private static String holds(Instant knownAt, Map<String, Object> values) {
        if (knownAt == null) {
            return "p.superseded_at is null";
        }
        values.put("knownAt", knownAt);
        return "p.known_at <= :knownAt and (p.superseded_at is null or p.superseded_at > :knownAt)";
    }

    private static Map<UUID, ProposalView> views(Handle handle, Collection<UUID> ids, Instant knownAt) {
        Map<UUID, List<ProposalVersionView>> versions = versions(handle, "v.proposal_id" + ANY, ids, knownAt).stream()
                .collect(Collectors.groupingBy(ProposalVersionView::proposalId));
        Map<UUID, ProposalView> views = new LinkedHashMap<>();
        handle.createQuery("""
                        select p.*, (select count(*) from mention m where m.proposal_id = p.id and (
                            cast(:knownAt as timestamptz) is null and m.superseded_at is null
                            or m.known_at <= :knownAt and (m.superseded_at is null or m.superseded_at > :knownAt))) as mentions
                        from proposal p
                        where p.id = any(cast(string_to_array(:ids, ',') as uuid[]))
                            and (cast(:knownAt as timestamptz) is null or p.known_at <= :knownAt)""")
                .bind("ids", Rows.list(ids))
                .bindByType("knownAt", knownAt, Instant.class)
                .map((row, context) -> {
                    UUID id = Rows.uuid(row, "id");
                    List<ProposalVersionView> its = versions.getOrDefault(id, List.of());
                    return new ProposalView(
                            id,
                            row.getString("slug"),
                            row.getString("title"),
                            Rows.name(row, "kind", ProposalMention.Kind.class),
                            proposers(its),
                            its,
                            its.isEmpty() ? null : its.get(its.size() - 1).id(),
                            row.getInt("mentions"),
                            Rows.instant(row, "known_at"));
                })
                .forEach(view -> views.put(view.id(), view));
        return views;
    }

    private static List<ActorRef> proposers(List<ProposalVersionView> versions) {
        return versions.stream()
                .flatMap(version -> version.proposers().stream())
                .distinct()
                .toList();
    }

    private static List<ProposalVersionView> versions(
            Handle handle, String condition, Collection<UUID> ids, Instant knownAt) {
        return handle.createQuery(
                        VersionRow.SELECT + " where " + condition
                                + " and (cast(:knownAt as timestamptz) is null or v.known_at <= :knownAt) order by v.known_at, v.id")
                .bind("ids", Rows.list(ids))
                .bindByType("knownAt", knownAt, Instant.class)
                .map((row, context) -> VersionRow.of(row))
                .list();
    }
}
