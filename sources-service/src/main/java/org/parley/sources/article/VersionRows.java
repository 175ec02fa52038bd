package org.parley.sources.article;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.util.RawValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jdbi.v3.core.statement.PreparedBatch;

/** How a version is read from a row and written to one. */
final class VersionRows {

    static final String INSERT = """
            insert into article_version (id, article_id, number, raw_sha256, text, text_sha256, file, outlet_article_id, url, headline,
                byline, dateline, published_at, retrieved_at, language, regions, known_at)
            values (:id, :article, :number, :raw, :text, :sha256, :file, :outletArticle, :url, :headline,
                :byline, :dateline, cast(:published as timestamptz), :retrieved, :language, cast(:regions as json), :known)""";

    /** What a row of a version has beside its text. */
    static final String COLUMNS = """
            v.id, v.article_id, v.number, v.headline, v.byline, v.dateline, encode(v.text_sha256, 'hex') as sha256, v.file,
            v.url, v.published_at, v.retrieved_at, v.known_at, v.superseded_at, v.language, v.regions""";

    private VersionRows() {}

    static void bind(PreparedBatch batch, NewVersion version, UUID articleId) {
        ArticleDraft draft = version.draft();
        batch.bind("id", version.id())
                .bind("article", articleId)
                .bind("number", version.place().number())
                .bind("raw", draft.raw().sha256())
                .bind("text", draft.text())
                .bind("sha256", draft.textSha256())
                .bind("file", draft.file())
                .bind("outletArticle", draft.id())
                .bind("url", draft.url())
                .bind("headline", draft.headline())
                .bind("byline", draft.byline())
                .bind("dateline", draft.dateline())
                .bind("published", draft.published())
                .bind("retrieved", version.place().retrieved())
                .bind("language", draft.language())
                .bind("regions", version.regionsJson())
                .bind("known", version.knownAt())
                .add();
    }

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
