package org.parley.gateway.schema;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.parser.Parser;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import graphql.validation.Validator;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.gateway.GatewayTest;

/** What the documentation shows works. */
@QuarkusTest
class DocumentedQueriesTest extends GatewayTest {

    private static final Path SCHEMA = Path.of("src/main/resources/META-INF/resources/schema.graphql");
    private static final Pattern EXAMPLE = Pattern.compile("```graphql\n(.*?)```", Pattern.DOTALL);

    static Stream<String> examples() throws IOException {
        return EXAMPLE.matcher(Files.readString(Path.of("../docs/reference/graphql.md")))
                .results()
                .map((MatchResult example) -> example.group(1));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_fits_the_schema_and_a_query_runs(String document) throws IOException {
        var schema = UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(SCHEMA.toFile()));
        assertThat(new Validator().validateDocument(schema, Parser.parse(document), Locale.ROOT))
                .isEmpty();
        if (!document.startsWith("mutation") && !document.startsWith("subscription")) {
            Response answer = queryAsAdmin(document, Map.of());
            assertThat(answer.jsonPath().getList("errors")).isNull();
        }
    }
}
