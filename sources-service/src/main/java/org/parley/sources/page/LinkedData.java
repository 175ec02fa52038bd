package org.parley.sources.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a page says of itself in JSON-LD, as schema.org has it. */
final class LinkedData {

    private static final Logger LOG = Logger.getLogger(LinkedData.class);
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(50).build())
            .build());

    private LinkedData() {}

    /** The first article that is described, or a missing node. */
    static JsonNode article(Document document) {
        for (Element script : document.select("script[type=application/ld+json]")) {
            try {
                JsonNode found = search(JSON.readTree(script.data()), 0);
                if (!found.isMissingNode()) {
                    return found;
                }
            } catch (JsonProcessingException e) {
                // One broken description is common, and another or the meta elements may do.
                LOG.debugf("JSON-LD of %s cannot be read", document.location());
            }
        }
        return MissingNode.getInstance();
    }

    private static JsonNode search(JsonNode node, int depth) {
        if (depth > 6) {
            return MissingNode.getInstance();
        }
        if (node.isObject() && isArticle(node.path("@type"))) {
            return node;
        }
        Iterable<JsonNode> inner = node.isArray() ? node : List.of(node.path("@graph"), node.path("mainEntity"));
        for (JsonNode child : inner) {
            JsonNode found = child.isContainerNode() ? search(child, depth + 1) : child.path("");
            if (!found.isMissingNode()) {
                return found;
            }
        }
        return MissingNode.getInstance();
    }

    private static boolean isArticle(JsonNode type) {
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (isArticle(one)) {
                    return true;
                }
            }
        }
        String name = type.asText();
        return name.endsWith("Article") || name.endsWith("BlogPosting") || name.equals("Report");
    }

    static String text(JsonNode node, String member) {
        JsonNode value = node.path(member);
        String text = value.isArray() && !value.isEmpty() ? value.get(0).asText() : value.asText();
        return text.isBlank() ? null : org.jsoup.parser.Parser.unescapeEntities(text, false);
    }

    /** The names of authors, however they are given; null if there are none. */
    static String people(JsonNode author) {
        List<String> names = new ArrayList<>();
        for (JsonNode one : author.isArray() ? author : List.of(author)) {
            String name = one.isTextual() ? one.asText() : text(one, "name");
            if (name != null && !name.isBlank() && !name.startsWith("http")) {
                names.add(name.strip());
            }
        }
        return names.isEmpty() ? null : String.join(", ", names);
    }
}
