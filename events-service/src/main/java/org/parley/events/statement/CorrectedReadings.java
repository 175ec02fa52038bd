package org.parley.events.statement;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.parley.events.receipt.Placed;
import org.parley.events.receipt.Placements;
import org.parley.events.receipt.Receipt;
import org.parley.events.table.Json;
import org.parley.events.table.Rows;

/**
 * Lays corrections over readings: a corrected reading is a reading of its own beside the one it corrects, so that
 * filters, order and pages need not know of corrections. What was read stays as it was.
 *
 * <p>Only in a transaction that holds the lock of resolving.
 */
public final class CorrectedReadings {

    private static final String BY_REVIEW = " review ";
    private static final String UNDONE = " undone ";

    private CorrectedReadings() {}

    /** Puts a corrected reading in the place of the present one. Does nothing where there is none. */
    public static void correct(
            Handle handle, UUID statement, CorrectedStatement correction, UUID decision, Instant now) {
        present(handle, statement).ifPresent(reading -> {
            Map<String, Object> changed = new HashMap<>(Map.of("confidence", 1.0, "rule", "review"));
            if (correction.act() != null) {
                changed.put("act", correction.act());
            }
            if (correction.negated() != null) {
                changed.put("negated", correction.negated());
            }
            if (correction.statedOn() != null) {
                changed.put("stated_on", correction.statedOn());
                changed.put("stated_on_latest", correction.statedOn());
                changed.put("stated_precision", "DAY");
                changed.put("stated_basis", "INFERRED");
                changed.put("sort_at", correction.statedOn().atStartOfDay().toInstant(ZoneOffset.UTC));
            }
            List<Receipt> words = words(handle, statement, correction.spans(), decision);
            if (!words.isEmpty()) {
                changed.put("receipts", words);
                changed.put("content", words.stream().map(Receipt::exact).collect(Collectors.joining(" ")));
            }
            UUID copy = copy(handle, reading, BY_REVIEW + decision, changed, correction.speakerId(), now);
            copyAbout(handle, reading, copy, correction, now);
        });
    }

    /** Puts what was read last in the place of a corrected reading. */
    public static void undo(Handle handle, UUID statement, UUID decision, Instant now) {
        Optional<UUID> corrected = present(handle, statement);
        Optional<UUID> read = handle.createQuery("""
                        select b.id from reading r join reading b on b.statement_id = r.statement_id
                            and b.article_version = r.article_version
                        where r.id = :reading and b.extractor not like :review and b.extractor not like :undone
                        order by b.known_at desc limit 1""")
                .bind("reading", corrected.orElse(null))
                .bind("review", "%" + BY_REVIEW + "%")
                .bind("undone", "%" + UNDONE + "%")
                .mapTo(UUID.class)
                .findOne();
        if (corrected.isPresent() && read.isPresent()) {
            close(handle, corrected.get(), now);
            UUID copy = copy(handle, read.get(), UNDONE + decision, Map.of(), null, now);
            copyAbout(handle, read.get(), copy, CorrectedStatement.NOTHING, now);
        }
    }

    /** Whether the present reading of a statement has this correction. */
    public static boolean holds(Handle handle, UUID statement, UUID decision) {
        return handle.createQuery("""
                        select exists (select from reading where statement_id = :statement and superseded_at is null
                            and extractor like :review)""")
                .bind("statement", statement)
                .bind("review", "%" + BY_REVIEW + decision)
                .mapTo(Boolean.class)
                .one();
    }

    /** The article of each of these statements. */
    public static Collection<UUID> articles(Handle handle, Collection<UUID> statements) {
        return handle.createQuery(
                        "select distinct article_id from statement where id = any(cast(string_to_array(:ids, ',') as uuid[]))")
                .bind("ids", Rows.list(statements))
                .mapTo(UUID.class)
                .set();
    }

    /**
     * The words that were pointed at, where they stand in the version that is read now. None where they are gone, or it
     * cannot be told where they went: then what was read stands.
     */
    private static List<Receipt> words(Handle handle, UUID statement, List<CorrectedWords> spans, UUID decision) {
        if (spans.isEmpty()) {
            return List.of();
        }
        int from = spans.get(0).articleVersion();
        Map<String, Placed> placed = handle.createQuery("""
                        select r.article_version, (select p.spans from reading b join placement p on p.owner_id = b.id
                                and p.article_version = r.article_version
                            where b.statement_id = r.statement_id and b.article_version = :from and b.extractor like :review
                            limit 1) as spans
                        from reading r where r.statement_id = :statement and r.superseded_at is null limit 1""")
                .bind("statement", statement)
                .bind("from", from)
                .bind("review", "%" + BY_REVIEW + decision)
                .map((row, context) ->
                        row.getInt("article_version") == from ? null : Placements.read(row.getString("spans")))
                .one();
        List<Receipt> receipts = spans.stream().map(CorrectedWords::receipt).toList();
        if (placed == null) {
            return receipts;
        }
        List<Receipt> moved = receipts.stream()
                .map(receipt -> Placements.moved(receipt, placed))
                .flatMap(Optional::stream)
                .toList();
        return moved.size() == receipts.size() ? moved : List.of();
    }

    private static Optional<UUID> present(Handle handle, UUID statement) {
        return handle.createQuery(
                        "select id from reading where statement_id = :statement and superseded_at is null limit 1")
                .bind("statement", statement)
                .mapTo(UUID.class)
                .findOne();
    }

    private static void close(Handle handle, UUID reading, Instant now) {
        handle.createUpdate("update reading set superseded_at = :now where id = :id and superseded_at is null")
                .bind("now", now)
                .bind("id", reading)
                .execute();
    }

    private static UUID copy(
            Handle handle, UUID reading, String mark, Map<String, Object> changed, UUID speaker, Instant now) {
        UUID copy = UuidCreator.getTimeOrderedEpoch();
        Map<String, Object> overlay = new HashMap<>(changed);
        overlay.put("id", copy);
        overlay.put("known_at", now);
        close(handle, reading, now);
        handle.createUpdate("""
                        insert into reading select x.* from reading r cross join lateral jsonb_populate_record(cast(null as reading),
                            to_jsonb(r) || cast(:overlay as jsonb) || jsonb_build_object(
                                'superseded_at', null, 'extractor', r.extractor || :mark)) x
                        where r.id = :reading""")
                .bind("overlay", Json.write(overlay))
                .bind("mark", mark)
                .bind("reading", reading)
                .execute();
        handle.createUpdate("""
                        insert into reading_speaker (reading_id, position, actor_id, sort_at, statement_id)
                        select n.id, s.position, s.actor_id, n.sort_at, n.statement_id
                        from reading_speaker s join reading n on n.id = :copy
                        where s.reading_id = :reading and cast(:speaker as uuid) is null
                        union all select n.id, 0, cast(:speaker as uuid), n.sort_at, n.statement_id
                        from reading n where n.id = :copy and cast(:speaker as uuid) is not null""")
                .bind("copy", copy)
                .bind("reading", reading)
                .bindByType("speaker", speaker, UUID.class)
                .execute();
        handle.createUpdate("""
                        insert into placement (owner_id, article_id, article_version, spans, known_at)
                        select :copy, article_id, article_version, spans, :now from placement where owner_id = :reading""")
                .bind("copy", copy)
                .bind("now", now)
                .bind("reading", reading)
                .execute();
        return copy;
    }

    /** What it speaks of, with the stances that were corrected; rows that were closed before stay behind. */
    private static void copyAbout(Handle handle, UUID reading, UUID copy, CorrectedStatement correction, Instant now) {
        handle.createUpdate("""
                        insert into reading_about select x.* from reading_about b join reading n on n.id = :copy
                        left join lateral (
                            select * from jsonb_to_recordset(cast(:stances as jsonb)) s(proposal_id uuid, version_id uuid, value text)
                            where s.proposal_id = b.proposal_id and (s.version_id is null or s.version_id = b.version_id)
                            limit 1) c on true
                        cross join lateral jsonb_populate_record(cast(null as reading_about), to_jsonb(b) || jsonb_build_object(
                            'reading_id', n.id, 'sort_at', n.sort_at, 'known_at', cast(:now as timestamptz),
                            'stance', case when c.proposal_id is null then b.stance else c.value end)) x
                        where b.reading_id = :reading and to_jsonb(b) ->> 'superseded_at' is null""")
                .bind("copy", copy)
                .bind("reading", reading)
                .bind("now", now)
                .bind("stances", Json.write(correction.stances()))
                .execute();
    }
}
