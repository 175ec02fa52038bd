package org.parley.gateway.schema;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import graphql.introspection.IntrospectionQuery;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.gateway.GatewayTest;

/** The schema clients are generated from. {@code -Dsnap} renews the file after a change that is meant. */
@QuarkusTest
class SchemaSnapshotTest extends GatewayTest {

    private static final Path FILE = Path.of("src/main/resources/META-INF/resources/schema.graphql");

    @Test
    void the_schema_served_is_the_one_checked_in() throws IOException {
        String served = given().get("/graphql/schema.graphql").asString();
        if (System.getProperty("snap") != null) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, served);
        }
        assertThat(served).isEqualTo(Files.readString(FILE));
    }

    @Test
    void everything_in_the_schema_says_what_it_means() {
        JsonPath schema = query(IntrospectionQuery.INTROSPECTION_QUERY).jsonPath();
        List<Map<String, ?>> types = schema.getList("data.__schema.types");
        List<String> silent = new ArrayList<>();
        types.stream()
                .filter(type -> !type.get("name").toString().startsWith("__"))
                .forEach(type -> collect("", type, silent));
        assertThat(silent).isEmpty();
    }

    /** Types of fields and arguments have no name of their own. */
    private static void collect(String path, Map<String, ?> part, List<String> silent) {
        String here = path + part.get("name");
        if (part.get("description") == null
                || part.get("description").toString().isBlank()) {
            silent.add(here);
        }
        for (String members : List.of("fields", "inputFields", "args", "enumValues")) {
            if (part.get(members) instanceof List<?> all) {
                all.forEach(member -> {
                    @SuppressWarnings("unchecked")
                    Map<String, ?> named = (Map<String, ?>) member;
                    collect(here + ".", named, silent);
                });
            }
        }
    }

    @Test
    void the_schema_can_be_parsed_and_has_what_was_promised() {
        TypeDefinitionRegistry types =
                new SchemaParser().parse(given().get("/graphql/schema.graphql").asString());
        assertThat(types.types())
                .containsKeys("Node", "Article", "Statement", "StatementConnection", "StatementEdge", "PageInfo");
    }
}
