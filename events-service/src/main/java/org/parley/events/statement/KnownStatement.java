package org.parley.events.statement;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.parley.events.receipt.Receipt;
import org.parley.events.table.Json;
import org.parley.events.table.Rows;
import org.parley.extraction.Span;

/**
 * A statement of an article as it was last read.
 *
 * @param version the article version that {@code content} and {@code cue} count in
 * @param cue may be null
 * @param current whether that reading holds in the present record
 */
public record KnownStatement(UUID id, int version, List<Span> content, Span cue, Instant knownAt, boolean current) {

    private static final TypeReference<List<Receipt>> RECEIPTS = new TypeReference<>() {};

    /**
     * All of an article, those that were superseded too: what was taken out may come back. As they were read: where a
     * person pointed at other words, the next reading still finds what this one found.
     */
    public static List<KnownStatement> of(Handle handle, UUID article) {
        return handle.createQuery("""
                        select distinct on (r.statement_id) r.statement_id, r.article_version, r.receipts, r.cue,
                            s.known_at, exists (select from reading p where p.statement_id = r.statement_id
                                and p.superseded_at is null) as current
                        from reading r join statement s on s.id = r.statement_id
                        where r.article_id = :article and r.extractor not like '% review %'
                        order by r.statement_id, r.superseded_at desc nulls first, r.known_at desc""")
                .bind("article", article)
                .map((row, context) -> {
                    Receipt cue = Json.read(row.getString("cue"), Receipt.class);
                    return new KnownStatement(
                            Rows.uuid(row, "statement_id"),
                            row.getInt("article_version"),
                            Json.read(row.getString("receipts"), RECEIPTS).stream()
                                    .map(Receipt::span)
                                    .toList(),
                            cue == null ? null : cue.span(),
                            Rows.instant(row, "known_at"),
                            row.getBoolean("current"));
                })
                .list();
    }
}
