package org.parley.launcher.lines;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.CharacterCodingException;
import org.parley.launcher.lines.LineReader.Line;

/** Reads one line of JSON Lines; what is wrong with it is said in the words of its author's world. */
public final class JsonLine {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonLine() {}

    /** The object of the line; an exception whose message a person can act on when there is none. */
    public static ObjectNode object(Line line) {
        if (line.tooLong()) {
            throw new IllegalArgumentException("the line is too long");
        }
        JsonNode node;
        try {
            node = JSON.readTree(line.text());
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("not valid UTF-8; save the file as UTF-8", e);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String where = at == null ? "" : " near column " + at.getColumnNr();
            throw new IllegalArgumentException("not valid JSON" + where + ": " + firstSentence(e), e);
        }
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new IllegalArgumentException("not a JSON object { ... }");
    }

    public static String write(ObjectNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String firstSentence(JsonProcessingException e) {
        if (e instanceof MismatchedInputException) {
            return "there is more after the object; one object a line";
        }
        // What follows in brackets speaks of the parser, not of the line.
        return e.getOriginalMessage().lines().findFirst().orElse("").replaceAll("\\s*\\((for|start|bound|was).*", "");
    }
}
