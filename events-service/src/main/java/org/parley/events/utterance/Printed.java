package org.parley.events.utterance;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.parley.events.table.Json;
import org.parley.events.table.Rows;
import org.parley.extraction.Basis;
import org.parley.extraction.SpeechAct;
import org.parley.extraction.StatementForm;

/**
 * What a reading says and where its article has it from. None of this ever changes, and working it out from the rows is most of
 * what grouping costs, so that of the readings used last is kept in memory.
 *
 * @param keys what it can be found by
 * @param via the outlet it came by, as printed, or null
 * @param addressee whom it was told, as printed, or null
 */
record Printed(
        UUID reading,
        UUID statement,
        UUID article,
        UUID outlet,
        Instant published,
        Instant sortAt,
        List<UUID> speakers,
        Set<String> keys,
        String content,
        String before,
        Wording wording,
        StatementForm form,
        SpeechAct act,
        boolean negated,
        LocalDate from,
        LocalDate latest,
        boolean dayInherited,
        boolean nested,
        String place,
        String occasion,
        String via,
        String addressee,
        String agency,
        boolean own,
        List<Long> sketch) {

    /** About 4 kB each. */
    private static final int KEPT = 5_000;

    private static final Map<UUID, Printed> LAST = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Printed> eldest) {
            return size() > KEPT;
        }
    };

    private static final TypeReference<List<Long>> HASHES = new TypeReference<>() {};

    /** By the ids of readings. */
    static Map<UUID, Printed> of(Handle handle, Collection<UUID> readings) {
        Map<UUID, Printed> all = new HashMap<>();
        List<UUID> missing = new ArrayList<>();
        synchronized (LAST) {
            for (UUID reading : readings) {
                Printed kept = LAST.get(reading);
                if (kept == null) {
                    missing.add(reading);
                } else {
                    all.put(reading, kept);
                }
            }
        }
        if (!missing.isEmpty()) {
            List<Printed> read = read(handle, missing);
            read.forEach(each -> all.put(each.reading(), each));
            synchronized (LAST) {
                read.forEach(each -> LAST.put(each.reading(), each));
            }
        }
        return all;
    }

    private static List<Printed> read(Handle handle, Collection<UUID> readings) {
        Map<List<Object>, List<Long>> sketches = new HashMap<>();
        return handle.createQuery("""
                        select r.id, r.statement_id, r.article_id, r.article_version, r.outlet_id, r.published_at, r.sort_at,
                            r.content, r.receipts -> 0 ->> 'prefix' as before, r.form, r.act, r.negated,
                            r.stated_on, r.stated_on_latest, r.stated_basis, r.details -> 'place' ->> 'value' as place, r.details -> 'occasion' ->> 'value' as occasion,
                            r.details -> 'via' ->> 'value' as via, r.details -> 'addressee' ->> 'value' as addressee,
                            g.agency, g.own, g.sketch,
                            exists (select from reading o where o.article_id = r.article_id and o.article_version = r.article_version
                                and o.id <> r.id and o.superseded_at is not distinct from r.superseded_at
                                and cast(o.receipts -> 0 ->> 'start' as int) <= cast(r.receipts -> 0 ->> 'start' as int)
                                and cast(o.receipts -> -1 ->> 'end' as int) >= cast(r.receipts -> -1 ->> 'end' as int)
                                and o.content <> r.content) as nested,
                            (select string_agg(k.key, chr(10)) from said k where k.reading_id = r.id) as keys,
                            (select string_agg(cast(s.actor_id as text), ',' order by s.position)
                                from reading_speaker s where s.reading_id = r.id) as speakers
                        from reading r
                        left join article_origin g on g.article_id = r.article_id and g.article_version = r.article_version
                        where r.id = any(cast(string_to_array(:ids, ',') as uuid[]))""")
                .bind("ids", Rows.list(readings))
                .map((row, context) -> printed(row, sketches))
                .list();
    }

    /** @param sketches of articles read before: one article's readings share theirs */
    private static Printed printed(ResultSet row, Map<List<Object>, List<Long>> sketches) throws SQLException {
        StatementForm form = Rows.name(row, "form", StatementForm.class);
        Basis basis = Rows.name(row, "stated_basis", Basis.class);
        boolean told = basis != Basis.PUBLICATION && basis != Basis.UNKNOWN;
        UUID article = Rows.uuid(row, "article_id");
        String sketch = row.getString("sketch");
        return new Printed(
                Rows.uuid(row, "id"),
                Rows.uuid(row, "statement_id"),
                article,
                Rows.uuid(row, "outlet_id"),
                Rows.instant(row, "published_at"),
                Rows.instant(row, "sort_at"),
                ids(row.getString("speakers")),
                texts(row.getString("keys")),
                row.getString("content"),
                row.getString("before"),
                Wording.of(row.getString("content"), form),
                form,
                Rows.name(row, "act", SpeechAct.class),
                row.getBoolean("negated"),
                told ? row.getObject("stated_on", LocalDate.class) : null,
                told ? row.getObject("stated_on_latest", LocalDate.class) : null,
                basis == Basis.INHERITED || basis == Basis.INFERRED,
                row.getBoolean("nested"),
                row.getString("place"),
                row.getString("occasion"),
                row.getString("via"),
                row.getString("addressee"),
                row.getString("agency"),
                row.getString("own") != null,
                sketches.computeIfAbsent(
                        List.of(article, row.getInt("article_version")),
                        absent -> sketch == null ? List.of() : Json.read(sketch, HASHES)));
    }

    private static Set<String> texts(String list) {
        return list == null ? Set.of() : Set.of(list.split("\n", -1));
    }

    static List<UUID> ids(String list) {
        return list == null
                ? List.of()
                : Arrays.stream(list.split(",", -1))
                        .map(UUID::fromString)
                        .distinct()
                        .toList();
    }
}
