package org.parley.sources.article;

import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.parley.kit.runtime.Columns;

/**
 * Everything that intake writes of articles, however many, in one statement with an array for each column: the server
 * plans it once, and one article costs one round trip.
 */
final class StoreSql {

    /**
     * What is written is in one order, so that two imports of the same texts wait for each other instead of blocking
     * each other. Words are indexed and texts compared later, see V4__search_backlog.sql: a row that waits there already
     * is touched, not left alone, since it may just be taken off for the version before.
     */
    private static final String WRITE = """
            with documents as materialized (
                select place, sha256(bytes) as sha256, media_type, bytes
                from unnest(:rawTypes, :rawBytes) with ordinality as fresh (media_type, bytes, place)),
            raw as (
                insert into raw_document (sha256, media_type, bytes)
                select sha256, media_type, bytes from documents order by sha256 on conflict do nothing),
            articles as (
                insert into article (id, identity, url, outlet_id, file, headline, byline, dateline, published_at,
                    published_at_basis, retrieved_at, language, text_sha256, version, state, state_reason, flags, known_at)
                select id, identity, url, outlet_id, file, headline, byline, dateline, published_at, basis, retrieved_at,
                    language, decode(sha256, 'hex'), version, state, state_reason, string_to_array(flags, ','), known_at
                from unnest(:ids, :identities, :urls, :outlets, :files, :headlines, :bylines, :datelines, :published, :bases,
                    :retrieved, :languages, :sha256s, :numbers, :states, :stateReasons, :flags, :known) as fresh (id,
                    identity, url, outlet_id, file, headline, byline, dateline, published_at, basis, retrieved_at,
                    language, sha256, version, state, state_reason, flags, known_at)
                on conflict (id) do update set url = excluded.url, outlet_id = excluded.outlet_id, file = excluded.file,
                    headline = excluded.headline, byline = excluded.byline, dateline = excluded.dateline,
                    published_at = excluded.published_at, published_at_basis = excluded.published_at_basis,
                    retrieved_at = excluded.retrieved_at, state = excluded.state, state_reason = excluded.state_reason,
                    language = excluded.language, text_sha256 = excluded.text_sha256, version = excluded.version,
                    flags = excluded.flags),
            versions as (
                insert into article_version (id, article_id, number, raw_sha256, text, text_sha256, file, outlet_article_id,
                    url, headline, byline, dateline, published_at, retrieved_at, language, regions, known_at)
                select v.id, v.article_id, v.number, d.sha256, v.text, v.sha256, v.file, v.outlet_article_id, v.url,
                    v.headline, v.byline, v.dateline, v.published_at, v.retrieved_at, v.language, cast(v.regions as json),
                    v.known_at
                from unnest(:vIds, :vArticles, :vNumbers, :vTexts, :vSha256s, :vFiles, :vOutletArticles, :vUrls,
                    :vHeadlines, :vBylines, :vDatelines, :vPublished, :vRetrieved, :vLanguages, :vRegions, :vKnown)
                    with ordinality as v (id, article_id, number, text, sha256, file, outlet_article_id, url, headline,
                    byline, dateline, published_at, retrieved_at, language, regions, known_at, place)
                join documents d using (place)),
            compared as (
                insert into duplicate_backlog (article_id) select id from unnest(:ids) as id order by id
                on conflict (article_id) do update set claimed_until = '-infinity', attempts = 0, problem = null)
            insert into search_backlog (article_id) select id from unnest(:ids) as id order by id
            on conflict (article_id) do update set due_at = '-infinity', attempts = 0, problem = null""";

    private StoreSql() {}

    static void write(Handle handle, List<NewVersion> versions, Collection<KnownArticle> articles) {
        Update update = handle.createUpdate(WRITE);
        bindRaw(update, versions);
        bindArticles(update, articles);
        bindVersions(update, versions);
        update.execute();
    }

    private static void bindRaw(Update update, List<NewVersion> versions) {
        new Columns<>(
                        update,
                        versions.stream().map(version -> version.draft().raw()).toList())
                .texts("rawTypes", ArticleDraft.Raw::mediaType)
                .bytes("rawBytes", ArticleDraft.Raw::bytes);
    }

    private static void bindArticles(Update update, Collection<KnownArticle> articles) {
        new Columns<>(update, articles).uuids("identities", KnownArticle::identity);
        new Columns<>(update, articles.stream().map(KnownArticle::view).toList())
                .uuids("ids", ArticleView::id)
                .texts("urls", ArticleView::url)
                .uuids(
                        "outlets",
                        view -> view.outlet() == null ? null : view.outlet().id())
                .texts("files", ArticleView::file)
                .texts("headlines", ArticleView::headline)
                .texts("bylines", ArticleView::byline)
                .texts("datelines", ArticleView::dateline)
                .times("published", ArticleView::publishedAt)
                .texts("bases", ArticleView::publishedAtBasis)
                .times("retrieved", ArticleView::retrievedAt)
                .texts("languages", ArticleView::language)
                .texts("sha256s", ArticleView::sha256)
                .ints("numbers", ArticleView::version)
                .texts("states", ArticleView::state)
                .texts("stateReasons", ArticleView::stateReason)
                .texts("flags", view -> String.join(",", view.flags()))
                .times("known", ArticleView::knownAt);
    }

    private static void bindVersions(Update update, List<NewVersion> versions) {
        new Columns<>(update, versions)
                .uuids("vIds", NewVersion::id)
                .uuids("vArticles", NewVersion::articleId)
                .ints("vNumbers", version -> version.place().number())
                .times("vRetrieved", version -> version.place().retrieved())
                .texts("vRegions", NewVersion::regionsJson)
                .times("vKnown", NewVersion::knownAt);
        new Columns<>(update, versions.stream().map(NewVersion::draft).toList())
                .texts("vTexts", ArticleDraft::text)
                .bytes("vSha256s", ArticleDraft::textSha256)
                .texts("vFiles", ArticleDraft::file)
                .texts("vOutletArticles", ArticleDraft::id)
                .texts("vUrls", ArticleDraft::url)
                .texts("vHeadlines", ArticleDraft::headline)
                .texts("vBylines", ArticleDraft::byline)
                .texts("vDatelines", ArticleDraft::dateline)
                .times("vPublished", ArticleDraft::published)
                .texts("vLanguages", ArticleDraft::language);
    }
}
