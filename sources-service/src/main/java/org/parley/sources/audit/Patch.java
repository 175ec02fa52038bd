package org.parley.sources.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.parley.kit.problem.JsonProblems;
import org.parley.kit.problem.ProblemException;

/** What edits have in common: a body that has to be there, ids, and members laid over what is there. */
public final class Patch {

    private Patch() {}

    /** The body, which has to be there: else a {@link ProblemException}. */
    public static <T> T given(T body) {
        if (body == null) {
            throw ProblemException.badInput(null, "the body is missing");
        }
        return body;
    }

    /** The id of a path, or an id nothing has. */
    public static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound("Nothing has this id.");
        }
    }

    /**
     * The present members with those of the patch over them; null clears one.
     *
     * @throws ProblemException naming a member that is unknown or has the wrong type
     */
    public static <T> T merged(ObjectMapper json, T present, JsonNode patch, Class<T> type) {
        if (patch == null || !patch.isObject()) {
            throw ProblemException.badInput(null, "the change has to be one JSON object");
        }
        ObjectNode merged = json.valueToTree(present);
        merged.setAll((ObjectNode) patch);
        try {
            return json.treeToValue(merged, type);
        } catch (JsonProcessingException e) {
            throw new ProblemException(JsonProblems.of(e));
        }
    }
}
