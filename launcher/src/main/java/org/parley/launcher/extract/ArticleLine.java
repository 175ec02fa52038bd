package org.parley.launcher.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Set;
import org.parley.extraction.ArticleText;

/**
 * Checks a line {@code {id, title?, text, published?, language?}} and gives the engine what it reads. Other members stay on
 * the line and are none of our business.
 */
final class ArticleLine {

    private static final Set<String> TEXTS = Set.of("title", "published", "language");

    private ArticleLine() {}

    /** An exception whose message names the member and what to change. */
    static ArticleText of(ObjectNode line) {
        if (!line.path("id").isTextual() && !line.path("id").isNumber()) {
            throw new IllegalArgumentException("\"id\" is missing; it must be a string or a number");
        }
        if (!line.path("text").isTextual()) {
            throw new IllegalArgumentException("\"text\" is missing; it must be a string");
        }
        for (String name : TEXTS) {
            JsonNode node = line.path(name);
            if (!node.isMissingNode() && !node.isNull() && !node.isTextual()) {
                throw new IllegalArgumentException("\"" + name + "\" must be a string");
            }
        }
        String text = line.path("text").textValue();
        checkSurrogates(text);
        return new ArticleText(
                text,
                line.path("title").textValue(),
                day(line.path("published").textValue()),
                line.path("language").textValue());
    }

    private static LocalDate day(String published) {
        if (published == null) {
            return null;
        }
        try {
            return published.length() == 10
                    ? LocalDate.parse(published)
                    : OffsetDateTime.parse(published).toLocalDate();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "\"published\" is \"" + published + "\"; it must look like 2026-01-31 or 2026-01-31T18:30:00Z", e);
        }
    }

    /** UTF-8 cannot say half a pair: written out again, the text would be another one. */
    private static void checkSurrogates(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isHighSurrogate(text.charAt(i))
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(text.charAt(i))) {
                throw new IllegalArgumentException(
                        "\"text\" has half a surrogate pair at character " + i + "; remove it");
            }
        }
    }
}
