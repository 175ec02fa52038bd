package org.parley.events.extract;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jdbi.v3.core.Jdbi;
import org.parley.events.receipt.SpanMap;
import org.parley.events.sources.SourcesApi;
import org.parley.events.sources.VersionText;
import org.parley.extraction.ArticleText;
import org.parley.extraction.Engine;
import org.parley.extraction.Extraction;

/** Fetches an article version, reads it, and compares it with the versions read before. Stores nothing. */
@ApplicationScoped
class ArticleReader {

    private final Jdbi jdbi;
    private final SourcesApi sources;
    private final EngineHolder engine;

    ArticleReader(Jdbi jdbi, @RestClient SourcesApi sources, EngineHolder engine) {
        this.jdbi = jdbi;
        this.sources = sources;
        this.engine = engine;
    }

    ReadArticle read(WorkItem item) {
        ArticleInHand article = jdbi.withHandle(handle -> ArticleInHand.of(handle, item));
        VersionText version = sources.version(item.articleId(), item.version());
        Engine reader = engine.get();
        Extraction found = reader.extract(
                new ArticleText(version.text(), version.headline(), article.publishedOn(), article.language()));
        Map<Integer, SpanMap> maps = new HashMap<>();
        SpanMap toNewest = null;
        for (int before : article.versionsRead()) {
            String text = before == item.version()
                    ? version.text()
                    : sources.version(item.articleId(), before).text();
            maps.put(before, SpanMap.between(text, version.text()));
            if (!article.newest() && before == article.readVersion()) {
                toNewest = SpanMap.between(version.text(), text);
            }
        }
        return new ReadArticle(item, article, version.text(), reader.version(), found, maps, toNewest);
    }
}
