package org.parley.gateway.schema;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    void the_schema_can_be_parsed_and_has_what_was_promised() {
        TypeDefinitionRegistry types =
                new SchemaParser().parse(given().get("/graphql/schema.graphql").asString());
        assertThat(types.types())
                .containsKeys("Node", "Article", "Statement", "StatementConnection", "StatementEdge", "PageInfo");
    }
}
