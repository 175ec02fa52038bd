package org.parley.events.article;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.parley.events.article.ArticleFacts.OutletFacts;
import org.parley.events.table.Json;
import org.parley.events.table.Rows;

/**
 * The small copy of articles and outlets, kept so that filters, order and receipts need no other service.
 *
 * <p>Applying a change twice, or an old one after a newer one, leaves the copy as it was.
 */
public final class ArticleCopy {

    private ArticleCopy() {}

    /** A version of an article. */
    public record VersionId(UUID articleId, int number) {}

    private record ArticleRow(
            UUID id,
            int currentVersion,
            UUID outletId,
            String url,
            String headline,
            Instant publishedAt,
            String language,
            String state) {}

    private record VersionRow(
            UUID articleId,
            int number,
            String headline,
            String byline,
            String file,
            String sha256,
            Instant publishedAt,
            Instant retrievedAt,
            Instant knownAt) {}

    /**
     * Takes over outlets.
     *
     * @return the ids of those that are new or changed here
     */
    public static Set<UUID> putOutlets(Handle handle, Collection<OutletFacts> outlets) {
        return handle
                .createQuery("insert into outlet " + Rows.from("outlet") + """
                          on conflict (id) do update set name = excluded.name, homepage = excluded.homepage,
                              kind = excluded.kind, country = excluded.country, time_zone = excluded.time_zone
                          where outlet.* is distinct from excluded.*
                          returning id""")
                .bind("rows", Json.write(last(outlets, OutletFacts::id).values()))
                .map((row, context) -> Rows.uuid(row, "id"))
                .stream()
                .collect(Collectors.toSet());
    }

    /**
     * Takes over articles, each with the version it is told with.
     *
     * @return the versions that are new here
     */
    public static Set<VersionId> putArticles(Handle handle, Collection<ArticleFacts> articles) {
        putOutlets(
                handle,
                articles.stream()
                        .map(ArticleFacts::outlet)
                        .filter(Objects::nonNull)
                        .toList());
        handle.createUpdate("insert into article " + Rows.from("article") + """
                          on conflict (id) do update set current_version = excluded.current_version,
                              outlet_id = excluded.outlet_id, url = excluded.url, headline = excluded.headline,
                              published_at = excluded.published_at, language = excluded.language, state = excluded.state
                          where excluded.current_version >= article.current_version""")
                .bind(
                        "rows",
                        Json.write(last(articles, ArticleFacts::id).values().stream()
                                .map(ArticleCopy::articleRow)
                                .toList()))
                .execute();
        return putVersions(
                handle, articles.stream().flatMap(ArticleCopy::versionRows).toList());
    }

    private static Set<VersionId> putVersions(Handle handle, List<VersionRow> rows) {
        return handle
                .createQuery("insert into article_version " + Rows.from("article_version")
                        + " on conflict do nothing returning article_id, number")
                .bind("rows", Json.write(rows))
                .map((row, context) -> new VersionId(Rows.uuid(row, "article_id"), row.getInt("number")))
                .stream()
                .collect(Collectors.toSet());
    }

    /** One row of each id, the last told: a statement cannot change a row twice. */
    private static <T> Map<UUID, T> last(Collection<T> all, Function<T, UUID> id) {
        Map<UUID, T> last = new LinkedHashMap<>();
        all.forEach(each -> last.put(id.apply(each), each));
        return last;
    }

    private static ArticleRow articleRow(ArticleFacts article) {
        return new ArticleRow(
                article.id(),
                article.version(),
                article.outlet() == null ? null : article.outlet().id(),
                article.url(),
                article.headline(),
                article.publishedAt(),
                article.language(),
                article.state() == null ? "ACTIVE" : article.state());
    }

    /** The version the article is told with, and those it is told to have beside it. */
    private static Stream<VersionRow> versionRows(ArticleFacts article) {
        VersionRow current = new VersionRow(
                article.id(),
                article.version(),
                article.headline(),
                article.byline(),
                article.file(),
                article.sha256(),
                article.publishedAt(),
                article.retrievedAt(),
                article.knownAt());
        Stream<VersionRow> others = article.versions() == null
                ? Stream.of()
                : article.versions().stream()
                        .filter(version -> version.number() != article.version())
                        .map(version -> new VersionRow(
                                article.id(),
                                version.number(),
                                version.headline(),
                                null,
                                version.file(),
                                version.sha256(),
                                version.publishedAt(),
                                version.retrievedAt(),
                                version.knownAt()));
        return Stream.concat(Stream.of(current), others);
    }
}
