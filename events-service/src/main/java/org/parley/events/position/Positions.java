package org.parley.events.position;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.parley.events.actor.ActorRef;
import org.parley.events.actor.Parties;
import org.parley.events.position.Timeline.Stand;
import org.parley.events.table.Redirects;
import org.parley.events.table.Rows;
import org.parley.extraction.Speaker;
import org.parley.kit.page.KeysetCursors;
import org.parley.kit.page.Page;
import org.parley.kit.page.Paging;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.ProblemException;

/**
 * Works out positions from the statements that express them, when asked: nothing of it is stored, so a position can
 * never say anything else than its statements.
 */
@ApplicationScoped
public class Positions {

    private static final int MOST_NAMED = 100;
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    private static final String ANY = " = any(cast(string_to_array(:%s, ',') as uuid[]))";

    private final Jdbi jdbi;
    private final KeysetCursors cursors;

    Positions(Jdbi jdbi, KeysetCursors cursors) {
        this.jdbi = jdbi;
        this.cursors = cursors;
    }

    Page<PositionView> query(PositionsQuery query) {
        return jdbi.withHandle(handle -> page(query, views(handle, query, Map.of())));
    }

    /** All positions over time on these proposals. */
    public List<PositionView> on(List<UUID> proposals, Instant knownAt) {
        var filter = new PositionsQuery.Filter(proposals, null, null, null, null, null);
        var query = new PositionsQuery(null, null, filter, null, knownAt, true, null, null, null, null, null);
        return jdbi.withHandle(handle -> views(handle, query, Map.of()));
    }

    Map<UUID, Page<PositionView>> pagesBy(PositionsQuery query) {
        return jdbi.withHandle(handle -> {
            Map<UUID, UUID> now = Redirects.resolve(handle, query.keys(), query.knownAt());
            boolean proposals = query.by() == PositionsQuery.By.PROPOSAL;
            List<PositionView> all = views(
                    handle,
                    query,
                    Map.of(proposals ? "keyProposals" : "keyHolders", Redirects.all(handle, query.keys())));
            Map<UUID, Page<PositionView>> pages = new LinkedHashMap<>();
            now.forEach((asked, current) -> pages.put(
                    asked,
                    page(
                            query,
                            all.stream()
                                    .filter(view -> current.equals(
                                            proposals
                                                    ? view.proposalId()
                                                    : view.holder().id()))
                                    .toList())));
            return pages;
        });
    }

    private List<PositionView> views(Handle handle, PositionsQuery query, Map<String, Collection<UUID>> keys) {
        PositionsQuery.Filter f = query.filter();
        // Without a day everything known counts, also what an article dates in the future.
        LocalDate day = query.asOf() == null ? LAST_DAY : query.asOf();
        List<Expressed> expressed = new ArrayList<>();
        List<Expressed> read = new StanceRows(handle, query.knownAt()).read(day, where(handle, f, keys));
        if (read.size() > StanceRows.MOST) {
            throw ProblemException.at(
                    ErrorCode.LIMIT_EXCEEDED,
                    400,
                    "filter",
                    "fits too many statements: name a proposal, a version or a holder");
        }
        for (Expressed each : read) {
            expressed.add(each);
            if (each.party() != null && !each.party().equals(each.holder())) {
                expressed.add(new Expressed(
                        each.statement(),
                        each.party(),
                        each.party(),
                        each.proposal(),
                        each.version(),
                        each.stance(),
                        each.day(),
                        each.dayKnown(),
                        each.claimedBy(),
                        each.denies()));
            }
        }
        List<Stand> stands = Timeline.of(expressed);
        if (!Boolean.TRUE.equals(query.history())) {
            stands = Timeline.standing(stands);
        }
        Set<UUID> holders = holders(handle, f, keys);
        Set<UUID> names = stands.stream().map(stand -> stand.key().holder()).collect(Collectors.toSet());
        stands.stream()
                .map(stand -> stand.key().claimedBy())
                .filter(id -> id != null)
                .forEach(names::add);
        Map<UUID, ActorRef> actors = actors(handle, names);
        return stands.stream()
                .filter(stand -> holders == null || holders.contains(stand.key().holder()))
                .filter(stand -> f == null || f.stance() == null || f.stance().contains(stand.stance()))
                .filter(stand -> f == null
                        || f.claimed() == null
                        || f.claimed() == (stand.key().claimedBy() != null))
                .map(stand -> view(stand, actors))
                .sorted(ORDER)
                .toList();
    }

    /** Latest first, then by id. */
    private static final Comparator<PositionView> ORDER = Comparator.comparing(PositionView::since)
            .reversed()
            .thenComparing(view -> view.id().toString());

    private static Map<String, String> where(
            Handle handle, PositionsQuery.Filter f, Map<String, Collection<UUID>> keys) {
        Map<String, String> where = new HashMap<>();
        if (keys.containsKey("keyProposals")) {
            where.put("b.proposal_id" + ANY.formatted("keyProposals"), Rows.list(keys.get("keyProposals")));
        }
        if (f != null && f.proposal() != null) {
            where.put("b.proposal_id" + ANY.formatted("proposals"), Rows.list(Redirects.all(handle, f.proposal())));
        }
        if (f != null && f.proposalVersion() != null) {
            where.put(
                    "b.version_id" + ANY.formatted("versions"), Rows.list(Redirects.all(handle, f.proposalVersion())));
        }
        Set<UUID> holders = holders(handle, f, keys);
        if (holders != null) {
            where.put("s.actor_id" + ANY.formatted("speakers"), Rows.list(Parties.speakers(handle, holders)));
        }
        return where;
    }

    /** The holders that are asked for, as they are now; null for all. */
    private static Set<UUID> holders(Handle handle, PositionsQuery.Filter f, Map<String, Collection<UUID>> keys) {
        Set<UUID> wanted = null;
        if (keys.containsKey("keyHolders")) {
            wanted =
                    Set.copyOf(Redirects.resolve(handle, keys.get("keyHolders")).values());
        }
        if (f != null && f.holder() != null) {
            wanted = both(
                    wanted, Set.copyOf(Redirects.resolve(handle, f.holder()).values()));
        }
        if (f != null && f.party() != null) {
            wanted = both(
                    wanted,
                    Set.copyOf(Redirects.resolve(handle, Parties.speakers(handle, f.party()))
                            .values()));
        }
        return wanted;
    }

    private static Set<UUID> both(Set<UUID> one, Set<UUID> other) {
        return one == null ? other : one.stream().filter(other::contains).collect(Collectors.toSet());
    }

    private static Map<UUID, ActorRef> actors(Handle handle, Collection<UUID> ids) {
        Map<UUID, ActorRef> actors = new HashMap<>();
        handle.createQuery("select id, name, kind from actor where id" + ANY.formatted("ids"))
                .bind("ids", Rows.list(ids))
                .map((row, context) -> actor(row))
                .forEach(actor -> actors.put(actor.id(), actor));
        return actors;
    }

    private static ActorRef actor(ResultSet row) throws SQLException {
        return new ActorRef(Rows.uuid(row, "id"), row.getString("name"), Rows.name(row, "kind", Speaker.Kind.class));
    }

    private static PositionView view(Stand stand, Map<UUID, ActorRef> actors) {
        Timeline.Key key = stand.key();
        String said = key + " " + stand.stance() + " " + stand.since();
        return new PositionView(
                UUID.nameUUIDFromBytes(said.getBytes(UTF_8)),
                actors.get(key.holder()),
                key.proposal(),
                key.version(),
                stand.stance(),
                stand.since(),
                stand.until(),
                key.claimedBy() == null ? null : actors.get(key.claimedBy()),
                stand.statements().stream().distinct().limit(MOST_NAMED).toList());
    }

    private Page<PositionView> page(PositionsQuery query, List<PositionView> all) {
        Paging paging = query.paging();
        List<PositionView> ordered = new ArrayList<>(all);
        if (paging.backward()) {
            Collections.reverse(ordered);
        }
        if (paging.cursor() != null) {
            List<String> keys = cursors.decode("positions-1", paging.cursor(), paging.cursorField());
            int from = 0;
            while (from < ordered.size() && !beyond(ordered.get(from), keys, paging.backward())) {
                from++;
            }
            ordered = ordered.subList(from, ordered.size());
        }
        return Page.of(
                paging,
                ordered.subList(0, Math.min(ordered.size(), paging.size() + 1)),
                view -> cursors.encode("positions-1", view.since(), view.id()),
                paging.count() ? (long) all.size() : null);
    }

    private static boolean beyond(PositionView view, List<String> keys, boolean backward) {
        int order = keys.get(0).compareTo(view.since().toString());
        order = order == 0 ? view.id().toString().compareTo(keys.get(1)) : order;
        return backward ? order < 0 : order > 0;
    }
}
