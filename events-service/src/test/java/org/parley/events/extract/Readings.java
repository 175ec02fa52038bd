package org.parley.events.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.events.sources.Newsroom.events;

import io.restassured.path.json.JsonPath;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.parley.events.receipt.SpanMap;
import org.parley.extraction.Extraction;

/** Stores what a test says is found in articles, as a worker stores what the engine finds; and shows what became of it. */
@ApplicationScoped
class Readings {

    private final WorkQueue queue;
    private final ReadingStore store;
    private final Jdbi jdbi;

    Readings(WorkQueue queue, ReadingStore store, Jdbi jdbi) {
        this.queue = queue;
        this.store = store;
        this.jdbi = jdbi;
    }

    /** The next article's turn, with what was found in it. */
    ReadArticle claim(String text, String extractor, Extraction found, Map<Integer, SpanMap> maps) {
        WorkItem item = queue.claim("test").orElseThrow();
        return new ReadArticle(item, inHand(item), text, extractor, found, maps, null);
    }

    ReadArticle claim(String text, Found found) {
        return claim(text, "test/1", found.extraction(), Map.of());
    }

    ArticleInHand inHand(WorkItem item) {
        return jdbi.withHandle(handle -> ArticleInHand.of(handle, item));
    }

    /** A new article with what was found in it. */
    UUID read(String text, Found found) {
        UUID article = Articles.add(jdbi);
        store(article, text, Map.of(), found);
        return article;
    }

    /** A further version of it. */
    void readVersion(UUID article, int number, String retrieved, String text, Map<Integer, SpanMap> maps, Found found) {
        Articles.addVersion(jdbi, article, number, Instant.parse(retrieved));
        store(article, text, maps, found);
    }

    private void store(UUID article, String text, Map<Integer, SpanMap> maps, Found found) {
        ReadArticle read = claim(text, "test/1", found.extraction(), maps);
        assertThat(read.item().articleId()).isEqualTo(article);
        assertThat(store.store(read)).isTrue();
    }

    /** The first version of it, by another extractor. */
    void readAgain(UUID article, String text, String extractor, Found found) {
        Articles.readAgain(jdbi, article);
        store.store(claim(text, extractor, found.extraction(), Map.of(1, SpanMap.between(text, text))));
    }

    static JsonPath statements(UUID article) {
        return events("read")
                .body(Map.of("filter", Map.of("article", List.of(article)), "first", 100))
                .post("/v1/statements/query")
                .jsonPath();
    }

    /** Ids of an article's statements by what they say. */
    static Map<String, String> ids(UUID article) {
        Map<String, String> ids = new HashMap<>();
        List<Map<String, Object>> nodes = statements(article).getList("items.node");
        nodes.forEach(node -> ids.put((String) node.get("content"), (String) node.get("id")));
        return ids;
    }

    /** Who says these words in the one and in the other article. */
    static List<String> actors(UUID first, UUID second, String words) {
        String path = "items.node.find { it.content == '%s' }.speakers[0].id".formatted(words);
        return List.of(statements(first).getString(path), statements(second).getString(path));
    }

    static JsonPath byId(String path, String id) {
        return events("read").body(Map.of("ids", List.of(id))).post(path).jsonPath();
    }
}
