package org.parley.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.ArrayList;
import java.util.List;

/** The documents the gateway serves, and whether answers keep to them. */
final class Contract {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private final JsonNode document;

    private Contract(JsonNode document) {
        this.document = document;
    }

    /** A document as it is served, without a key. */
    static Contract at(String path) {
        return new Contract(
                read(given().get(path).then().statusCode(200).extract().asString()));
    }

    JsonNode document() {
        return document;
    }

    /** Fails unless {@code body} is what OpenAPI says a GET of {@code path} answers with {@code status}. */
    void holds(String path, int status, String body) {
        holds("get", path, status, body);
    }

    /** Fails unless {@code body} is what OpenAPI says the method of {@code path} answers with {@code status}. */
    void holds(String method, String path, int status, String body) {
        JsonNode answers = document.path("paths").path(path).path(method).path("responses");
        JsonNode answer = answers.path(Integer.toString(status));
        JsonNode content = followed(answer.isMissingNode() && status >= 400 ? answers.path("default") : answer)
                .path("content");
        assertThat(content.isObject())
                .as("%s %s %d is in the document", method, path, status)
                .isTrue();
        ObjectNode schema = content.elements().next().path("schema").deepCopy();
        schema.set("components", document.path("components"));
        check(FACTORY.getSchema(schema), body);
    }

    private JsonNode followed(JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }

    /** The addresses of lists that are read page by page. */
    List<String> lists() {
        List<String> lists = new ArrayList<>();
        document.path("paths").fields().forEachRemaining(path -> {
            for (JsonNode parameter : path.getValue().path("get").path("parameters")) {
                if (followed(parameter).path("name").asText().equals("count")) {
                    lists.add(path.getKey());
                }
            }
        });
        return lists;
    }

    /** Fails unless {@code body} fits the document, which is a JSON Schema. */
    void holds(String body) {
        check(FACTORY.getSchema(document), body);
    }

    private static void check(JsonSchema schema, String body) {
        assertThat(schema.validate(read(body))).as(body).isEmpty();
    }

    static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
