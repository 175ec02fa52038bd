package org.parley.events.extract;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.parley.events.table.Json;
import org.parley.events.table.Rows;
import org.parley.extraction.Extraction;

/**
 * Tells when reading an article version again finds what stands already: most articles, when an engine gets better at some. Then
 * nothing of the record is written, nothing is resolved and nobody is told.
 */
final class SameReading {

    /** To be raised when what is stored of the same findings changes. */
    private static final String STORED_AS = "1";

    private SameReading() {}

    /** What was found, and what of the article goes into its rows, in short. */
    static String digest(ReadArticle read) {
        Extraction found = read.found();
        String all = Json.write(Arrays.asList(
                STORED_AS,
                found.language(),
                found.extracted(),
                found.statements(),
                found.assertions(),
                found.mentions(),
                found.proposals(),
                new TreeSet<>(found.names()),
                String.valueOf(read.article().outletId()),
                String.valueOf(read.article().publishedAt())));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /**
     * Those of which the newest version was read last, with the same findings, and all of that still stands; with the extractor whose
     * rows these are.
     */
    static Map<ReadArticle, String> of(Handle handle, Collection<ReadArticle> reads) {
        List<ReadArticle> again = reads.stream()
                .filter(read -> read.article().newest()
                        && Integer.valueOf(read.item().version())
                                .equals(read.article().readVersion()))
                .toList();
        if (again.isEmpty()) {
            return Map.of();
        }
        Map<String, String> standing = new HashMap<>();
        handle.createQuery("""
                        select distinct on (e.article_id) e.article_id, e.article_version, e.digest,
                            coalesce(e.found_by, e.extractor) as found_by from extraction e
                        where e.article_id = any(cast(string_to_array(:ids, ',') as uuid[]))
                            and e.statements = (select count(*) from reading r where r.article_id = e.article_id
                                and r.article_version = e.article_version and r.superseded_at is null)
                            and e.mentions = (select count(*) from mention m where m.article_id = e.article_id
                                and m.article_version = e.article_version and m.superseded_at is null)
                        order by e.article_id, e.known_at desc""")
                .bind(
                        "ids",
                        Rows.list(again.stream()
                                .map(read -> read.item().articleId())
                                .toList()))
                .map((row, context) -> standing.put(
                        key(Rows.uuid(row, "article_id"), row.getInt("article_version"), row.getString("digest")),
                        row.getString("found_by")))
                .list();
        Map<ReadArticle, String> same = new HashMap<>();
        for (ReadArticle read : again) {
            String foundBy =
                    standing.get(key(read.item().articleId(), read.item().version(), digest(read)));
            if (foundBy != null) {
                same.put(read, foundBy);
            }
        }
        return same;
    }

    private static String key(UUID article, int version, String digest) {
        return article + " " + version + " " + digest;
    }
}
