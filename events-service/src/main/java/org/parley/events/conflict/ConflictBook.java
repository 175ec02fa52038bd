package org.parley.events.conflict;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.parley.events.conflict.Found.Evidence;
import org.parley.events.conflict.Found.Side;
import org.parley.events.table.Json;
import org.parley.events.table.Rows;

/** Keeps the conflicts that were found: enters new ones, closes those that are gone. */
final class ConflictBook {

    private record ConflictRow(UUID id, String key, Instant knownAt) {}

    private record StoredSide(String value, List<UUID> readings, List<UUID> assertions, List<UUID> mentions) {}

    private record StateRow(
            UUID id,
            UUID conflictId,
            String scope,
            ConflictKind kind,
            String explanation,
            ConflictResolution resolution,
            List<StoredSide> sides,
            Set<UUID> statements,
            Set<UUID> articles,
            UUID utteranceId,
            UUID proposalId,
            UUID speakerId,
            Instant sortAt,
            Instant knownAt,
            Instant supersededAt) {

        boolean sameAs(StateRow other) {
            return other != null && other.bare().equals(bare());
        }

        private StateRow bare() {
            return new StateRow(
                    null,
                    conflictId,
                    scope,
                    kind,
                    explanation,
                    resolution,
                    sides,
                    statements,
                    articles,
                    utteranceId,
                    proposalId,
                    speakerId,
                    sortAt,
                    null,
                    null);
        }
    }

    private ConflictBook() {}

    /**
     * Makes the conflicts of some scopes be these.
     *
     * @param scopes everything that was looked at
     * @return ids of the conflicts that stand there now, and of those that stood there
     */
    static Outcome enter(Handle handle, Collection<String> scopes, Collection<Found> found, Instant now) {
        Map<String, Found> byKey = new LinkedHashMap<>();
        found.forEach(each -> byKey.putIfAbsent(each.key(), each));
        Map<String, UUID> ids = ids(handle, byKey.keySet(), now);
        Map<UUID, StateRow> before = before(handle, scopes, ids.values());
        List<StateRow> changed = new ArrayList<>();
        byKey.forEach((key, each) -> {
            StateRow row = row(ids.get(key), each, now);
            if (!row.sameAs(before.get(row.conflictId()))) {
                changed.add(row);
            }
        });
        List<UUID> closed = new ArrayList<>(before.keySet());
        closed.removeAll(ids.values());
        List<UUID> gone = List.copyOf(closed);
        changed.forEach(row -> closed.add(row.conflictId()));
        handle.createUpdate("""
                        update conflict_state set superseded_at = :now
                        where superseded_at is null and conflict_id = any(cast(string_to_array(:ids, ',') as uuid[]))""").bind("now", now).bind("ids", Rows.list(closed)).execute();
        Rows.insert(handle, "conflict_state", changed);
        return new Outcome(ids, gone);
    }

    /** Conflicts by their keys, and those that are gone. */
    record Outcome(Map<String, UUID> standing, List<UUID> gone) {}

    private static Map<String, UUID> ids(Handle handle, Collection<String> keys, Instant now) {
        Map<String, UUID> ids = new HashMap<>();
        handle.createQuery(
                        "select key, id from conflict where key in (select jsonb_array_elements_text(cast(:keys as jsonb)))")
                .bind("keys", Json.write(keys))
                .map((row, context) -> ids.put(row.getString("key"), Rows.uuid(row, "id")))
                .list();
        List<ConflictRow> added = new ArrayList<>();
        for (String key : keys) {
            ids.computeIfAbsent(key, absent -> {
                UUID id = UuidCreator.getTimeOrderedEpoch();
                added.add(new ConflictRow(id, key, now));
                return id;
            });
        }
        Rows.insert(handle, "conflict", added);
        return ids;
    }

    private static Map<UUID, StateRow> before(Handle handle, Collection<String> scopes, Collection<UUID> ids) {
        Map<UUID, StateRow> before = new LinkedHashMap<>();
        handle.createQuery("""
                        select to_jsonb(s) as state from conflict_state s where superseded_at is null and (
                            scope in (select jsonb_array_elements_text(cast(:scopes as jsonb)))
                            or conflict_id = any(cast(string_to_array(:ids, ',') as uuid[])))""")
                .bind("scopes", Json.write(scopes))
                .bind("ids", Rows.list(ids))
                .map((row, context) -> Json.read(row.getString("state"), StateRow.class))
                .forEach(state -> before.put(state.conflictId(), state));
        return before;
    }

    private static StateRow row(UUID id, Found found, Instant now) {
        return new StateRow(
                UuidCreator.getTimeOrderedEpoch(),
                id,
                found.scope(),
                found.kind(),
                found.explanation(),
                found.resolution(),
                found.sides().stream().map(ConflictBook::side).toList(),
                all(found, Evidence::statement),
                all(found, Evidence::article),
                found.utterance(),
                found.proposal(),
                found.speaker(),
                found.sortAt(),
                now,
                null);
    }

    private static StoredSide side(Side side) {
        return new StoredSide(
                side.value(),
                ids(side, Evidence::reading),
                ids(side, Evidence::assertion),
                ids(side, Evidence::mention));
    }

    private static List<UUID> ids(Side side, Function<Evidence, UUID> which) {
        return side.evidence().stream()
                .map(which)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static Set<UUID> all(Found found, Function<Evidence, UUID> which) {
        Set<UUID> all = new LinkedHashSet<>();
        found.sides().forEach(side -> all.addAll(ids(side, which)));
        return all;
    }
}
