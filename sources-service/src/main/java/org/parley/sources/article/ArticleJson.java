package org.parley.sources.article;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.parley.kit.problem.JsonProblems;
import org.parley.kit.problem.ProblemException;

/**
 * Reads an article from JSON: one object, only the members an article has, each a string or null. Data binding would
 * turn the number 7 into "7" and keep the last of two texts; here both are mistakes.
 */
final class ArticleJson {

    private static final Set<String> MEMBERS = Set.of(ArticleInput.MEMBERS.split(", "));

    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Bytes.MOST_IN_A_BODY)
                    .build())
            // Which part of the input was wrong is said by line and column; the input itself is not repeated.
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private ArticleJson() {}

    /** @throws ProblemException naming the member or place that is wrong */
    static ArticleInput read(String json) {
        try (JsonParser parser = JSON.createParser(json)) {
            return read(parser);
        } catch (JsonProcessingException e) {
            throw new ProblemException(JsonProblems.of(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ArticleInput read(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw ProblemException.badInput(null, "an article has to be one JSON object");
        }
        Map<String, String> members = new HashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (!MEMBERS.contains(name)) {
                throw ProblemException.badInput(
                        printable(name), "is not a member that is known here; the members are " + ArticleInput.MEMBERS);
            }
            if (members.containsKey(name)) {
                throw ProblemException.badInput(name, "stands there twice");
            }
            JsonToken value = parser.nextToken();
            if (value != JsonToken.VALUE_STRING && value != JsonToken.VALUE_NULL) {
                throw ProblemException.badInput(name, "has to be a string");
            }
            members.put(name, value == JsonToken.VALUE_NULL ? null : parser.getText());
        }
        if (parser.nextToken() != null) {
            throw ProblemException.badInput(null, "something follows after the article's object");
        }
        return new ArticleInput(
                members.get("id"),
                members.get("outlet"),
                members.get("url"),
                members.get("headline"),
                members.get("byline"),
                members.get("published"),
                members.get("retrieved"),
                members.get("language"),
                members.get("text"),
                members.get("html"));
    }

    private static String printable(String name) {
        String start = name.length() > 80 ? name.substring(0, 80) + "..." : name;
        return start.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
    }
}
