package org.parley.events.doubt;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.parley.events.table.Json;
import org.parley.events.table.Rows;

/**
 * Keeps which rows are doubtful: the queue that people review.
 *
 * <p>Only in a transaction that holds the lock of resolving.
 */
public final class Doubts {

    /** What a doubt is about. */
    public enum Kind {
        STATEMENT,
        UTTERANCE,
        ACTOR,
        PROPOSAL,
        CONFLICT
    }

    /**
     * A doubt.
     *
     * @param other the second of two that may be the same, else null
     * @param why for people
     * @param confidence how sure what stands is, from 0 to 1; the least sure is asked first
     */
    public record Doubt(Kind kind, UUID subject, UUID other, String why, double confidence) {

        /** About two rows, whichever is named first. */
        public static Doubt ofTwo(Kind kind, UUID one, UUID other, String why, double confidence) {
            return one.toString().compareTo(other.toString()) < 0
                    ? new Doubt(kind, one, other, why, confidence)
                    : new Doubt(kind, other, one, why, confidence);
        }

        private List<Object> key() {
            return other == null ? List.of(subject) : List.of(subject, other);
        }
    }

    private record DoubtRow(
            UUID id, Kind kind, UUID subject, UUID other, String why, double confidence, Instant knownAt) {}

    private Doubts() {}

    /**
     * Makes the doubts of a kind about some subjects be these: closes others, enters new ones. What has been decided is
     * not asked again.
     *
     * @param about rows whose doubts were looked for anew; those about other rows stay
     */
    public static void enter(Handle handle, Kind kind, Collection<UUID> about, Collection<Doubt> doubts, Instant now) {
        Map<List<Object>, Doubt> wanted = new LinkedHashMap<>();
        doubts.forEach(doubt -> wanted.putIfAbsent(doubt.key(), doubt));
        Set<UUID> subjects = new HashSet<>(about);
        doubts.forEach(doubt -> subjects.add(doubt.subject()));
        List<UUID> gone = new ArrayList<>();
        Set<List<Object>> open = new HashSet<>();
        present(handle, kind, subjects).forEach((id, key) -> {
            boolean asked = key.stream().anyMatch(about::contains);
            if (wanted.containsKey(key)) {
                open.add(key);
            } else if (asked) {
                gone.add(id);
            }
        });
        close(handle, gone, "GONE", now);
        decided(handle, kind, subjects).forEach(wanted::remove);
        Rows.insert(
                handle,
                "doubt",
                wanted.values().stream()
                        .filter(doubt -> !open.contains(doubt.key()))
                        .map(doubt -> new DoubtRow(
                                UuidCreator.getTimeOrderedEpoch(),
                                doubt.kind(),
                                doubt.subject(),
                                doubt.other(),
                                doubt.why(),
                                doubt.confidence(),
                                now))
                        .toList());
    }

    /** Closes doubts by their ids. */
    public static void close(Handle handle, Collection<UUID> doubts, String ended, Instant now) {
        handle.createUpdate("""
                        update doubt set superseded_at = :now, ended = :ended
                        where superseded_at is null and id = any(cast(string_to_array(:ids, ',') as uuid[]))""")
                .bind("now", now)
                .bind("ended", ended)
                .bind("ids", Rows.list(doubts))
                .execute();
    }

    private static Map<UUID, List<Object>> present(Handle handle, Kind kind, Collection<UUID> subjects) {
        Map<UUID, List<Object>> keys = new LinkedHashMap<>();
        handle.createQuery("""
                        select id, subject, other from doubt where kind = :kind and superseded_at is null
                            and subject = any(cast(string_to_array(:ids, ',') as uuid[]))
                        union select id, subject, other from doubt where kind = :kind and superseded_at is null
                            and other = any(cast(string_to_array(:ids, ',') as uuid[]))""")
                .bind("kind", kind)
                .bind("ids", Rows.list(subjects))
                .map((row, context) ->
                        keys.put(Rows.uuid(row, "id"), key(Rows.uuid(row, "subject"), Rows.uuid(row, "other"))))
                .list();
        return keys;
    }

    private static List<List<Object>> decided(Handle handle, Kind kind, Collection<UUID> subjects) {
        return handle.createQuery("""
                        select subject, other from review_decision where kind = :kind and superseded_at is null
                            and subject in (select cast(jsonb_array_elements_text(cast(:ids as jsonb)) as uuid))""")
                .bind("kind", kind)
                .bind("ids", Json.write(subjects))
                .map((row, context) -> key(Rows.uuid(row, "subject"), Rows.uuid(row, "other")))
                .list();
    }

    private static List<Object> key(UUID subject, UUID other) {
        return other == null ? List.of(subject) : List.of(subject, other);
    }
}
