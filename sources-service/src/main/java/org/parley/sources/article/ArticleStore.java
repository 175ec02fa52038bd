package org.parley.sources.article;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What one transaction of intake reads and writes: a few round trips, however many articles it holds. */
final class ArticleStore {

    /** By its index for each, which the planner does not see by itself while the table is new and empty. */
    static final String FIND = "select found.* from unnest(:identities) as wanted (identity) cross join lateral ("
            + ArticleRows.SELECT_WITH_IDENTITY + " where a.identity = wanted.identity limit 1) found";

    static final String PLACES = """
            select article_id, retrieved_at, published_at, number, encode(text_sha256, 'hex') as sha256
            from article_version where article_id = any(:ids)""";

    static final String REPLACE = "update article_version set superseded_at = ? where article_id = ? and number = ?";

    private final Handle handle;
    private final Map<UUID, KnownArticle> touched = new LinkedHashMap<>();
    private final Map<UUID, Instant> states = new LinkedHashMap<>();
    private final List<NewVersion> versions = new ArrayList<>();

    ArticleStore(Handle handle) {
        this.handle = handle;
    }

    /**
     * To be called first in the transaction. The server would plan each statement anew for the arrays it is given, although the plan
     * is always the same; for a few articles that cost more than storing them. What is looked up has an index, and a plan that is kept may
     * have been made while the tables were empty: it must not be one that reads them whole when they have grown.
     */
    static void planOnce(Jdbi jdbi) {
        jdbi.useHandle(handle -> handle.execute("""
                select set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', 'off', true)"""));
    }

    /** The articles with these identities, by identity. */
    Map<UUID, KnownArticle> find(List<UUID> identities) {
        Map<UUID, KnownArticle> byIdentity = new HashMap<>();
        Map<UUID, KnownArticle> byId = new HashMap<>();
        handle.createQuery(FIND)
                .bindArray("identities", UUID.class, identities)
                .map((row, context) -> known(row))
                .forEach(article -> {
                    byIdentity.put(article.identity(), article);
                    byId.put(article.id(), article);
                });
        if (!byId.isEmpty()) {
            handle.createQuery(PLACES)
                    .bindArray("ids", UUID.class, List.copyOf(byId.keySet()))
                    .map((row, context) -> {
                        byId.get(row.getObject("article_id", UUID.class)).add(place(row));
                        return null;
                    })
                    .list();
        }
        return byIdentity;
    }

    void add(KnownArticle article, NewVersion version) {
        touched.put(article.id(), article);
        versions.add(version);
    }

    /** The article is in another state from now on. */
    void addState(KnownArticle article, Instant now) {
        states.put(article.id(), now);
    }

    void write() {
        if (versions.isEmpty()) {
            return;
        }
        StoreSql.write(handle, versions, touched.values());
        writeReplaced();
        states.forEach((id, now) -> {
            ArticleView view = touched.get(id).view();
            ArticleStates.note(handle, id, view.state(), view.stateReason(), now);
        });
    }

    private void writeReplaced() {
        PreparedBatch batch = handle.prepareBatch(REPLACE);
        versions.forEach(version -> {
            if (version.replaces() != null) {
                batch.bind(0, version.knownAt())
                        .bind(1, version.articleId())
                        .bind(2, version.replaces())
                        .add();
            }
        });
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    private static KnownArticle known(ResultSet row) throws SQLException {
        ArticleView view = ArticleRows.read(row);
        return new KnownArticle(view.id(), row.getObject("identity", UUID.class), view);
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(
                ArticleRows.instant(row, "retrieved_at"),
                ArticleRows.instant(row, "published_at"),
                row.getInt("number"),
                row.getString("sha256"));
    }
}
