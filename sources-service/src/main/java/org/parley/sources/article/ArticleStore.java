package org.parley.sources.article;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What one transaction of intake reads and writes: a few round trips, however many articles it holds. */
final class ArticleStore {

    private final Handle handle;
    private final Map<UUID, KnownArticle> touched = new LinkedHashMap<>();
    private final Map<UUID, Instant> states = new LinkedHashMap<>();
    private final Map<NewVersion, UUID> versions = new LinkedHashMap<>();

    ArticleStore(Handle handle) {
        this.handle = handle;
    }

    /** The articles with these identities, by identity. */
    Map<UUID, KnownArticle> find(List<UUID> identities) {
        Map<UUID, KnownArticle> byIdentity = new HashMap<>();
        Map<UUID, KnownArticle> byId = new HashMap<>();
        handle.createQuery(ArticleRows.SELECT_WITH_IDENTITY + " where a.identity = any(:identities)")
                .bindArray("identities", UUID.class, identities)
                .map((row, context) -> known(row))
                .forEach(article -> {
                    byIdentity.put(article.identity(), article);
                    byId.put(article.id(), article);
                });
        if (!byId.isEmpty()) {
            handle.createQuery("""
                            select article_id, retrieved_at, published_at, number, encode(text_sha256, 'hex') as sha256
                            from article_version where article_id = any(:ids)""")
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
        versions.put(version, article.id());
    }

    /** The article is in another state from now on. */
    void addState(KnownArticle article, Instant now) {
        states.put(article.id(), now);
    }

    void write() {
        if (versions.isEmpty()) {
            return;
        }
        writeRaw();
        writeArticles();
        writeVersions();
        writeReplaced();
        states.forEach((id, now) -> {
            ArticleView view = touched.get(id).view();
            ArticleStates.note(handle, id, view.state(), view.stateReason(), now);
        });
        writeSearchBacklog();
    }

    /** In one order, so that two imports of the same texts wait for each other instead of blocking each other. */
    private void writeRaw() {
        Map<String, ArticleDraft.Raw> distinct = new TreeMap<>();
        versions.keySet()
                .forEach(version -> distinct.put(
                        Bytes.hex(version.draft().raw().sha256()),
                        version.draft().raw()));
        PreparedBatch batch = handle.prepareBatch(
                "insert into raw_document (sha256, media_type, bytes) values (?, ?, ?) on conflict do nothing");
        distinct.values()
                .forEach(raw -> batch.bind(0, raw.sha256())
                        .bind(1, raw.mediaType())
                        .bind(2, raw.bytes())
                        .add());
        batch.execute();
    }

    private void writeArticles() {
        PreparedBatch batch = handle.prepareBatch(ArticleRows.UPSERT);
        touched.values().forEach(article -> ArticleRows.bind(batch, article));
        batch.execute();
    }

    private void writeVersions() {
        PreparedBatch batch = handle.prepareBatch(VersionRows.INSERT);
        versions.forEach((version, articleId) -> VersionRows.bind(batch, version, articleId));
        batch.execute();
    }

    private void writeReplaced() {
        PreparedBatch batch =
                handle.prepareBatch("update article_version set superseded_at = ? where article_id = ? and number = ?");
        versions.forEach((version, articleId) -> {
            if (version.replaces() != null) {
                batch.bind(0, version.knownAt())
                        .bind(1, articleId)
                        .bind(2, version.replaces())
                        .add();
            }
        });
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    /**
     * Their words are indexed and compared in transactions of their own, see V4__search_backlog.sql. A row that is there already is
     * touched, not left alone: the indexer may just be deleting it for the version before.
     */
    private void writeSearchBacklog() {
        handle.createUpdate("""
                        with compared as (
                            insert into duplicate_backlog (article_id)
                            select id from unnest(cast(:ids as uuid[])) as id order by id
                            on conflict (article_id) do update set claimed_until = '-infinity', attempts = 0, problem = null)
                        insert into search_backlog (article_id)
                        select id from unnest(cast(:ids as uuid[])) as id order by id
                        on conflict (article_id) do update set due_at = '-infinity', attempts = 0, problem = null""")
                .bindArray("ids", UUID.class, List.copyOf(touched.keySet()))
                .execute();
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
