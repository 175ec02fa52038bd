package org.parley.sources.article;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.util.RawValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** How a version is read from a row. */
final class VersionRows {

    /** What a row of a version has beside its text. */
    static final String COLUMNS = """
            v.id, v.article_id, v.number, v.headline, v.byline, v.dateline, encode(v.text_sha256, 'hex') as sha256, v.file,
            v.url, v.published_at, v.retrieved_at, v.known_at, v.superseded_at, v.language, v.regions""";

    private VersionRows() {}

    static VersionView read(ResultSet row, boolean withText) throws SQLException {
        return new VersionView(
                row.getObject("id", UUID.class),
                row.getObject("article_id", UUID.class),
                row.getInt("number"),
                row.getString("headline"),
                row.getString("byline"),
                row.getString("dateline"),
                withText ? row.getString("text") : null,
                row.getString("sha256"),
                row.getString("file"),
                row.getString("url"),
                ArticleRows.instant(row, "published_at"),
                ArticleRows.instant(row, "retrieved_at"),
                ArticleRows.instant(row, "known_at"),
                ArticleRows.instant(row, "superseded_at"),
                row.getString("language"),
                JsonNodeFactory.instance.rawValueNode(new RawValue(row.getString("regions"))));
    }
}
