package org.parley.events.utterance;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.parley.events.table.Json;
import org.parley.events.table.Rows;

/** Keeps what is told of each utterance: a new row where it differs from what stands. */
final class UtteranceStates {

    private record StateRow(
            UUID id,
            UUID utteranceId,
            List<UUID> speakers,
            LocalDate statedOn,
            LocalDate statedOnLatest,
            String content,
            int statements,
            int outlets,
            int originCount,
            int unknownReports,
            List<Origins.Origin> origins,
            Instant sortAt,
            Instant knownAt,
            Instant supersededAt) {

        boolean sameAs(StateRow other) {
            return other != null && other.with(null, null).equals(with(null, null));
        }

        boolean isMoreThan(StateRow other) {
            return other == null || originCount > other.originCount;
        }

        StateRow with(UUID newId, Instant newKnownAt) {
            return new StateRow(
                    newId,
                    utteranceId,
                    speakers,
                    statedOn,
                    statedOnLatest,
                    content,
                    statements,
                    outlets,
                    originCount,
                    unknownReports,
                    origins,
                    sortAt,
                    newKnownAt,
                    null);
        }
    }

    private final Handle handle;
    private final Instant now;

    UtteranceStates(Handle handle, Instant now) {
        this.handle = handle;
        this.now = now;
    }

    /** Gives the utterances that have more known origins than they had, two at least. */
    Set<UUID> enter(Map<List<Report>, UUID> ids, Collection<UUID> gone) {
        Map<UUID, StateRow> before = before(ids.values());
        List<StateRow> changed = new ArrayList<>();
        ids.forEach((group, id) -> {
            StateRow state = state(id, group);
            if (!state.sameAs(before.get(id))) {
                changed.add(state);
            }
        });
        List<UUID> closed = new ArrayList<>(gone);
        changed.forEach(state -> closed.add(state.utteranceId()));
        handle.createUpdate("""
                        update utterance_state set superseded_at = :now
                        where superseded_at is null and utterance_id = any(cast(string_to_array(:ids, ',') as uuid[]))""").bind("now", now).bind("ids", Rows.list(closed)).execute();
        Rows.insert(handle, "utterance_state", changed);
        return changed.stream()
                .filter(state -> state.originCount() >= 2 && state.isMoreThan(before.get(state.utteranceId())))
                .map(StateRow::utteranceId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Map<UUID, StateRow> before(Collection<UUID> utterances) {
        Map<UUID, StateRow> states = new HashMap<>();
        handle.createQuery("""
                        select to_jsonb(s) as state from utterance_state s
                        where superseded_at is null and utterance_id = any(cast(string_to_array(:ids, ',') as uuid[]))""")
                .bind("ids", Rows.list(utterances))
                .map((row, context) -> Json.read(row.getString("state"), StateRow.class))
                .forEach(state -> states.put(state.utteranceId(), state));
        return states;
    }

    /** @param group in an order that does not depend on arrival */
    private StateRow state(UUID id, List<Report> group) {
        Report first = group.get(0);
        Report dated = dated(group);
        Origins origins = Origins.of(group);
        Instant sortAt = dated.from() == null
                ? group.stream()
                        .map(Report::sortAt)
                        .min(Comparator.naturalOrder())
                        .orElseThrow()
                : dated.from().atStartOfDay().toInstant(ZoneOffset.UTC);
        return new StateRow(
                UuidCreator.getTimeOrderedEpoch(),
                id,
                first.speakers(),
                dated.from(),
                dated.latest(),
                first.content(),
                group.size(),
                distinct(
                        group,
                        report -> report.source().outlet() == null
                                ? report.article()
                                : report.source().outlet()),
                origins.known().size(),
                origins.unknown(),
                origins.known(),
                sortAt,
                now,
                null);
    }

    private static int distinct(List<Report> group, Function<Report, Object> what) {
        return group.stream()
                .map(what)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet())
                .size();
    }

    /** The report whose day most others tell too; the narrowest, then the earliest of equals. */
    private static Report dated(List<Report> group) {
        Map<List<LocalDate>, Long> counts = group.stream()
                .filter(report -> report.from() != null)
                .collect(Collectors.groupingBy(UtteranceStates::days, Collectors.counting()));
        return group.stream()
                .filter(report -> report.from() != null)
                .min(Comparator.comparing((Report report) -> -counts.get(days(report)))
                        .thenComparing(report ->
                                days(report).get(1).toEpochDay() - report.from().toEpochDay())
                        .thenComparing(Report::from))
                .orElse(group.get(0));
    }

    private static List<LocalDate> days(Report report) {
        return List.of(report.from(), report.latest() == null ? report.from() : report.latest());
    }
}
