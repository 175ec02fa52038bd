package org.parley.events.utterance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.parley.events.table.Rows;
import org.parley.events.utterance.Groups.Join;
import org.parley.events.utterance.UtteranceBook.Possible;

/** Follows links from report to report until there are no more: what it then holds can be grouped by itself. */
final class Links {

    /** As far as reports of one utterance can be apart; see {@link SameSaying}. */
    private static final Duration WITHIN = Duration.ofDays(47);

    private final Handle handle;
    private final Function<Collection<UUID>, Collection<UUID>> grouped;
    private final Map<UUID, Report> followed = new LinkedHashMap<>();
    private final Map<List<UUID>, Join> joins = new LinkedHashMap<>();
    private final Map<List<UUID>, Possible> possible = new LinkedHashMap<>();
    private final Set<List<UUID>> compared = new HashSet<>();
    private final Set<List<UUID>> apart = new HashSet<>();

    /** @param grouped gives for statements all that are in one utterance with them now */
    Links(Handle handle, Function<Collection<UUID>, Collection<UUID>> grouped) {
        this.handle = handle;
        this.grouped = grouped;
    }

    void follow(Collection<UUID> statements) {
        Set<UUID> next = new LinkedHashSet<>(statements);
        while (!next.isEmpty()) {
            List<Report> step = ReportRows.of(handle, next);
            step.forEach(report -> followed.put(report.statement(), report));
            Set<UUID> linked = decided(step);
            compare(step, linked);
            linked.addAll(grouped.apply(linked));
            linked.removeAll(followed.keySet());
            linked.removeAll(next);
            next = linked;
        }
    }

    Collection<Report> reports() {
        return followed.values();
    }

    List<Join> joins() {
        return joins.values().stream()
                .filter(join -> followed.containsKey(join.one().statement())
                        && followed.containsKey(join.other().statement()))
                .toList();
    }

    /** What nobody has decided, with at least one side among the statements asked about. */
    List<Possible> possible() {
        return possible.values().stream()
                .filter(pair -> !apart.contains(pair.pair()))
                .toList();
    }

    Set<List<UUID>> apart() {
        return apart;
    }

    private void compare(List<Report> step, Set<UUID> linked) {
        Map<String, List<Report>> byKey = new HashMap<>();
        ReportRows.near(handle, step, WITHIN)
                .forEach(near -> near.keys()
                        .forEach(key -> byKey.computeIfAbsent(key, absent -> new ArrayList<>())
                                .add(near)));
        for (Report report : step) {
            for (String key : report.keys()) {
                for (Report near : byKey.getOrDefault(key, List.of())) {
                    List<UUID> pair = Groups.pair(report.statement(), near.statement());
                    // Of each pair by itself: what else is looked for at the same time must not matter.
                    if (!pair.get(0).equals(pair.get(1)) && isNear(report, near) && compared.add(pair)) {
                        link(report, near, pair, linked);
                    }
                }
            }
        }
    }

    private static boolean isNear(Report one, Report other) {
        return Duration.between(one.sortAt(), other.sortAt()).abs().compareTo(WITHIN) <= 0;
    }

    private void link(Report report, Report near, List<UUID> pair, Set<UUID> linked) {
        Optional<SameSaying.Link> found = SameSaying.between(report, near);
        if (found.isEmpty()) {
            return;
        }
        SameSaying.Link link = found.get();
        if (link.certain()) {
            joins.putIfAbsent(pair, new Join(report, near, link.score(), false));
            linked.add(near.statement());
        } else {
            possible.put(pair, new Possible(report, near, link.score(), link.why()));
        }
    }

    /** What people have said of these reports: that two are one utterance, or that they are not. */
    private Set<UUID> decided(List<Report> step) {
        record Decision(UUID one, UUID other, boolean same) {}
        List<Decision> decisions = handle.createQuery("""
                        select subject, other, verdict <> 'REJECT' as same from review_decision
                        where kind = 'UTTERANCE' and superseded_at is null and (
                            subject = any(cast(string_to_array(:ids, ',') as uuid[]))
                            or other = any(cast(string_to_array(:ids, ',') as uuid[])))""")
                .bind("ids", Rows.list(step.stream().map(Report::statement).toList()))
                .map((row, context) ->
                        new Decision(Rows.uuid(row, "subject"), Rows.uuid(row, "other"), row.getBoolean("same")))
                .list();
        Set<UUID> linked = new LinkedHashSet<>();
        for (Decision decision : decisions) {
            List<UUID> pair = Groups.pair(decision.one(), decision.other());
            if (decision.same()) {
                Map<UUID, Report> both = new HashMap<>();
                ReportRows.of(handle, pair).forEach(report -> both.put(report.statement(), report));
                if (both.size() == 2) {
                    joins.put(pair, new Join(both.get(pair.get(0)), both.get(pair.get(1)), 100, true));
                    linked.addAll(pair);
                }
            } else {
                apart.add(pair);
                joins.remove(pair);
            }
        }
        return linked;
    }
}
