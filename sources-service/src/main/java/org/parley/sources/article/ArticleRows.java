package org.parley.sources.article;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.parley.sources.outlet.OutletRows;

/** How an article is read from a row and written to one. */
final class ArticleRows {

    private static final String COLUMNS = """
            a.id, a.file, a.headline, a.url, a.byline, a.dateline, a.published_at, a.published_at_basis, a.retrieved_at,
            a.known_at, a.language, encode(a.text_sha256, 'hex') as sha256, a.version, a.state,
            a.state_reason, a.origin, a.flags,
            """ + OutletRows.COLUMNS;

    static final String OUTLET = " left join outlet o on o.id = a.outlet_id ";

    /** What stands after {@code from} for articles as they were known at {@code :knownAt}; else as they are. */
    static String table(Instant knownAt) {
        return knownAt == null ? "article a" : THEN;
    }

    /** Marks that come with a text are of the version; whose copy it is was found out later or not. */
    private static final String THEN = """
            (select a.id, a.identity, a.outlet_id, a.published_at_basis, a.origin, a.known_at, v.file, v.headline, v.url, v.byline,
                v.dateline, v.published_at, v.retrieved_at, v.language, v.text_sha256, v.number as version,
                coalesce(s.state, 'ACTIVE') as state, s.reason as state_reason,
                case when v.number = a.version then a.flags else array_remove(a.flags, 'CORRECTED') end as flags,
                coalesce(v.published_at, '-infinity') as sorted_at
            from article a
            join lateral (
                select * from article_version v where v.article_id = a.id and v.known_at <= :knownAt
                order by v.retrieved_at desc, v.published_at desc nulls last, v.number desc limit 1) v on true
            left join lateral (
                select state, reason from article_state s where s.article_id = a.id and s.known_at <= :knownAt
                order by s.known_at desc limit 1) s on true) a""";

    private static final String DUPLICATES = """
            , array(select other.id from article other
                    where other.text_sha256 = a.text_sha256 and other.id <> a.id
                    order by other.id limit 100) as same_text,
            array(select l.kind || ' ' || l.similarity || ' ' || l.other_id from article_link l
                    where l.article_id = a.id order by l.similarity desc, l.other_id limit 100) as nearly_same""";

    private static final String NO_DUPLICATES = ", null::uuid[] as same_text, null::text[] as nearly_same";

    static final String SELECT_WITH_IDENTITY =
            "select a.identity, " + COLUMNS + NO_DUPLICATES + " from article a" + OUTLET;

    /** @param duplicates with the articles that have the same text or nearly so, up to a hundred of each */
    static String select(boolean duplicates) {
        return "select " + COLUMNS + (duplicates ? DUPLICATES : NO_DUPLICATES);
    }

    private ArticleRows() {}

    static ArticleView read(ResultSet row) throws SQLException {
        return new ArticleView(
                row.getObject("id", UUID.class),
                row.getString("file"),
                row.getString("headline"),
                row.getString("url"),
                OutletRows.read(row),
                row.getString("byline"),
                row.getString("dateline"),
                instant(row, "published_at"),
                row.getString("published_at_basis"),
                instant(row, "retrieved_at"),
                instant(row, "known_at"),
                row.getString("language"),
                null,
                row.getString("sha256"),
                row.getInt("version"),
                row.getString("state"),
                row.getString("state_reason"),
                row.getString("origin"),
                Arrays.asList((String[]) row.getArray("flags").getArray()),
                null,
                duplicates(row));
    }

    private static List<ArticleView.Duplicate> duplicates(ResultSet row) throws SQLException {
        var ids = row.getArray("same_text");
        if (ids == null) {
            return null;
        }
        Stream<ArticleView.Duplicate> same =
                Stream.of((UUID[]) ids.getArray()).map(id -> new ArticleView.Duplicate("SAME_TEXT", 1, id));
        Stream<ArticleView.Duplicate> nearly = Stream.of(
                        (String[]) row.getArray("nearly_same").getArray())
                .map(link -> link.split(" "))
                .map(link -> new ArticleView.Duplicate(link[0], Double.parseDouble(link[1]), UUID.fromString(link[2])));
        // The same text by an agency is both; one line a pair is enough, and the wire copy says more.
        Map<UUID, ArticleView.Duplicate> byId = new LinkedHashMap<>();
        Stream.concat(same, nearly).forEach(found -> byId.put(found.articleId(), found));
        return List.copyOf(byId.values());
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
