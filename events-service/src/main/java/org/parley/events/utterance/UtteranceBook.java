package org.parley.events.utterance;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.parley.events.table.Rows;

/**
 * Keeps which statements are one utterance, as articles come, change and go.
 *
 * <p>Only what is linked with the statements that changed is looked at again. Only in a transaction that holds the lock of
 * resolving.
 */
public final class UtteranceBook {

    private record Member(UUID utterance, UUID statement) {}

    private record UtteranceRow(UUID id, Instant knownAt) {}

    private record MemberRow(UUID utteranceId, UUID statementId, Instant knownAt) {}

    private record RedirectRow(UUID id, UUID fromId, UUID toId, String reason, Instant knownAt) {}

    /**
     * What became of it.
     *
     * @param utterances the reports of those that were looked at and stand now, in an order that does not depend on arrival
     * @param gone those that stand no longer
     * @param possible pairs that may be one utterance, each with one of {@code utterances}; of two utterances only the
     *     pair that is most alike
     * @param corroborated those that have more known origins than they had, two at least
     */
    public record Outcome(
            Map<UUID, List<Report>> utterances, Set<UUID> gone, List<Possible> possible, Set<UUID> corroborated) {

        /** Every statement that was looked at. */
        public Set<UUID> statements() {
            return utterances.values().stream()
                    .flatMap(List::stream)
                    .map(Report::statement)
                    .collect(Collectors.toSet());
        }
    }

    /** Two reports that may be of one utterance; {@code score} from 0 to 1. */
    public record Possible(Report one, Report other, double score, String why) {

        private static final Comparator<Possible> MOST_ALIKE =
                Comparator.comparingDouble(Possible::score).reversed().thenComparing(Possible::stableOrder);

        private String stableOrder() {
            String mine = one.stableOrder();
            String theirs = other.stableOrder();
            return mine.compareTo(theirs) < 0 ? mine + theirs : theirs + mine;
        }

        List<UUID> pair() {
            return Groups.pair(one.statement(), other.statement());
        }
    }

    /** How many known origins some reports have that are independent of each other. */
    public static int origins(List<Report> reports) {
        return Origins.of(reports).known().size();
    }

    private final Handle handle;
    private final Instant now;

    /** @param now when what is entered is known from */
    public UtteranceBook(Handle handle, Instant now) {
        this.handle = handle;
        this.now = now;
    }

    /** Groups anew what may have changed with these statements: added, read again, or gone. */
    public Outcome regroup(Collection<UUID> touched) {
        Set<UUID> concerned = new LinkedHashSet<>(touched);
        members(touched).forEach(member -> concerned.add(member.statement()));
        Links links = new Links(
                handle,
                statements ->
                        members(statements).stream().map(Member::statement).toList());
        links.follow(concerned);
        Collection<Report> reports = links.reports();
        List<List<Report>> groups = Groups.of(reports, links.joins(), links.apart()).stream()
                .sorted(Comparator.comparing(
                        (List<Report> group) -> group.get(0).stableOrder()))
                .toList();

        Set<UUID> all = new LinkedHashSet<>(concerned);
        reports.forEach(report -> all.add(report.statement()));
        Map<UUID, UUID> before = new LinkedHashMap<>();
        present(all).forEach(member -> before.put(member.statement(), member.utterance()));
        Map<List<Report>, UUID> ids = assign(groups, before);
        Set<UUID> gone = new LinkedHashSet<>(before.values());
        gone.removeAll(ids.values());
        Set<UUID> corroborated = enter(ids, before, gone);
        Map<UUID, List<Report>> standing = new LinkedHashMap<>();
        ids.forEach((group, id) -> standing.put(id, group));
        return new Outcome(standing, gone, possible(links.possible()), corroborated);
    }

    private List<Possible> possible(List<Possible> pairs) {
        Set<UUID> statements = new HashSet<>();
        pairs.forEach(pair -> statements.addAll(pair.pair()));
        Map<UUID, UUID> in = new HashMap<>();
        present(statements).forEach(member -> in.put(member.statement(), member.utterance()));
        Map<List<UUID>, Possible> best = new LinkedHashMap<>();
        pairs.stream().sorted(Possible.MOST_ALIKE).forEach(pair -> {
            UUID one = in.get(pair.one().statement());
            UUID other = in.get(pair.other().statement());
            if (one != null && other != null && !one.equals(other)) {
                best.putIfAbsent(Groups.pair(one, other), pair);
            }
        });
        return List.copyOf(best.values());
    }

    /** For each pair the reports of the two utterances it is of, in an order that does not depend on arrival. */
    public Map<Possible, List<Report>> around(Collection<Possible> pairs) {
        Set<UUID> asked = new LinkedHashSet<>();
        pairs.forEach(pair -> asked.addAll(pair.pair()));
        Map<UUID, UUID> utterances = new HashMap<>();
        members(asked).forEach(member -> utterances.put(member.statement(), member.utterance()));
        Map<UUID, List<Report>> reports = ReportRows.of(handle, utterances.keySet()).stream()
                .sorted(Comparator.comparing(Report::stableOrder))
                .collect(Collectors.groupingBy(report -> utterances.get(report.statement())));
        Map<Possible, List<Report>> around = new LinkedHashMap<>();
        for (Possible pair : pairs) {
            List<Report> both = new ArrayList<>();
            for (UUID statement : pair.pair()) {
                both.addAll(reports.getOrDefault(utterances.get(statement), List.of()));
            }
            both.sort(Comparator.comparing(Report::stableOrder));
            around.put(pair, both);
        }
        return around;
    }

    /** An utterance's id stays with most of its statements; where two become one, the older id stays. */
    private Map<List<Report>, UUID> assign(List<List<Report>> groups, Map<UUID, UUID> before) {
        record Claim(UUID utterance, List<Report> group, long members) {}
        List<Claim> claims = new ArrayList<>();
        Map<UUID, UUID> formerly = formerly(groups, before);
        for (List<Report> group : groups) {
            for (Map<UUID, UUID> memory : List.of(before, formerly)) {
                Map<UUID, Long> counts = group.stream()
                        .map(report -> memory.get(report.statement()))
                        .filter(id -> id != null)
                        .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
                counts.forEach((utterance, count) -> claims.add(new Claim(utterance, group, count)));
            }
        }
        claims.sort(Comparator.comparing((Claim claim) -> !before.containsValue(claim.utterance()))
                .thenComparing(claim -> claim.utterance().toString())
                .thenComparing(Comparator.comparingLong(Claim::members).reversed()));
        Map<List<Report>, UUID> assigned = new LinkedHashMap<>();
        Set<UUID> taken = new HashSet<>();
        for (Claim claim : claims) {
            if (!assigned.containsKey(claim.group()) && taken.add(claim.utterance())) {
                assigned.put(claim.group(), claim.utterance());
            }
        }
        List<UtteranceRow> added = new ArrayList<>();
        for (List<Report> group : groups) {
            assigned.computeIfAbsent(group, absent -> {
                UUID id = UuidCreator.getTimeOrderedEpoch();
                added.add(new UtteranceRow(id, now));
                return id;
            });
        }
        Rows.insert(handle, "utterance", added);
        return assigned;
    }

    /** Of statements that are in none now, the last they were in: what comes back has its id again. */
    private Map<UUID, UUID> formerly(List<List<Report>> groups, Map<UUID, UUID> before) {
        List<UUID> without = groups.stream()
                .flatMap(List::stream)
                .map(Report::statement)
                .filter(statement -> !before.containsKey(statement))
                .toList();
        Map<UUID, UUID> last = new HashMap<>();
        handle.createQuery("""
                        select distinct on (m.statement_id) m.statement_id, m.utterance_id from utterance_member m
                        where m.statement_id = any(cast(string_to_array(:ids, ',') as uuid[]))
                            and not exists (select from redirect d where d.from_id = m.utterance_id and d.superseded_at is null)
                            and not exists (select from utterance_member n
                                where n.utterance_id = m.utterance_id and n.superseded_at is null)
                        order by m.statement_id, m.known_at desc""")
                .bind("ids", Rows.list(without))
                .map((row, context) -> last.put(Rows.uuid(row, "statement_id"), Rows.uuid(row, "utterance_id")))
                .list();
        return last;
    }

    private Set<UUID> enter(Map<List<Report>, UUID> ids, Map<UUID, UUID> before, Set<UUID> gone) {
        Map<UUID, UUID> after = new HashMap<>();
        ids.forEach((group, id) -> group.forEach(report -> after.put(report.statement(), id)));
        List<UUID> left = new ArrayList<>();
        before.forEach((statement, utterance) -> {
            if (!utterance.equals(after.get(statement))) {
                left.add(statement);
            }
        });
        handle.createUpdate("""
                        update utterance_member set superseded_at = :now
                        where superseded_at is null and statement_id = any(cast(string_to_array(:ids, ',') as uuid[]))""").bind("now", now).bind("ids", Rows.list(left)).execute();
        List<MemberRow> joined = new ArrayList<>();
        after.forEach((statement, utterance) -> {
            if (!utterance.equals(before.get(statement))) {
                joined.add(new MemberRow(utterance, statement, now));
            }
        });
        Rows.insert(handle, "utterance_member", joined);
        Set<UUID> corroborated = new UtteranceStates(handle, now).enter(ids, gone);
        redirect(before, after, gone);
        return corroborated;
    }

    /** An utterance whose statements are all in another now is answered with that one. */
    private void redirect(Map<UUID, UUID> before, Map<UUID, UUID> after, Set<UUID> gone) {
        List<RedirectRow> redirects = new ArrayList<>();
        for (UUID utterance : gone) {
            before.entrySet().stream()
                    .filter(member -> member.getValue().equals(utterance))
                    .map(member -> after.get(member.getKey()))
                    .filter(id -> id != null)
                    .findFirst()
                    .ifPresent(to -> redirects.add(
                            new RedirectRow(UuidCreator.getTimeOrderedEpoch(), utterance, to, "one utterance", now)));
        }
        Rows.insert(handle, "redirect", redirects);
    }

    private List<Member> present(Collection<UUID> statements) {
        return members(
                "where m.superseded_at is null and m.statement_id = any(cast(string_to_array(:ids, ',') as uuid[]))",
                statements);
    }

    /** All members of the utterances that these statements are in. */
    private List<Member> members(Collection<UUID> statements) {
        return members("""
                join utterance_member n on n.utterance_id = m.utterance_id and n.superseded_at is null
                where m.superseded_at is null and n.statement_id = any(cast(string_to_array(:ids, ',') as uuid[]))""", statements);
    }

    private List<Member> members(String which, Collection<UUID> statements) {
        return handle.createQuery("select m.utterance_id, m.statement_id from utterance_member m " + which)
                .bind("ids", Rows.list(statements))
                .map((row, context) -> new Member(Rows.uuid(row, "utterance_id"), Rows.uuid(row, "statement_id")))
                .list();
    }
}
