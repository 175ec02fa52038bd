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
        JsonNode content = document.path("paths")
                .path(path)
                .path("get")
                .path("responses")
                .path(Integer.toString(status))
                .path("content");
        assertThat(content.isObject())
                .as("%s %d is in the document", path, status)
                .isTrue();
        ObjectNode schema = content.elements().next().path("schema").deepCopy();
        schema.set("components", document.path("components"));
        check(FACTORY.getSchema(schema), body);
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
