package org.parley.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OpenApiTest {

    private static final String KEYS = "org.parley.gateway.key.KeysResource";

    private final JsonNode paths = document().path("paths");

    @Test
    void the_document_has_every_address_that_can_be_reached_and_no_other() throws ReflectiveOperationException {
        Set<String> reached = new TreeSet<>(Set.of("GET /v1/status"));
        Passage.ALL.forEach(
                each -> reached.add(each.method() + " " + each.path().replaceAll(":(\\w+)", "{$1}")));
        for (Noun noun : Noun.ALL) {
            reached.add("GET /v1/" + noun.name());
            if (noun.byId()) {
                reached.add("GET /v1/" + noun.name() + "/{id}");
            }
        }
        reached.addAll(resources(Class.forName(KEYS)));
        Set<String> told = new TreeSet<>();
        paths.fields()
                .forEachRemaining(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method -> told.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        assertThat(told).isEqualTo(reached);
    }

    @Test
    void what_a_passage_needs_is_said_where_it_is_described() {
        for (Passage passage : Passage.ALL) {
            JsonNode operation = paths.path(passage.path().replaceAll(":(\\w+)", "{$1}"))
                    .path(passage.method().name().toLowerCase(Locale.ROOT));
            passage.roles().stream()
                    .filter(role -> !role.equals("extract"))
                    .forEach(role -> assertThat(operation.path("description").asText())
                            .as(passage.path())
                            .contains(role));
        }
    }

    private static Set<String> resources(Class<?> resource) {
        String base = resource.getAnnotation(Path.class).value();
        Set<String> found = new TreeSet<>();
        for (var method : resource.getDeclaredMethods()) {
            Path path = method.getAnnotation(Path.class);
            Arrays.stream(method.getAnnotations())
                    .map(each -> each.annotationType().getAnnotation(HttpMethod.class))
                    .filter(verb -> verb != null)
                    .forEach(verb -> found.add(verb.value() + " " + base + (path == null ? "" : path.value())));
        }
        return found;
    }

    private static JsonNode document() {
        try {
            return new ObjectMapper().readTree(OpenApiTest.class.getResourceAsStream("/api/openapi.json"));
        } catch (IOException e) {
            throw new IllegalStateException("openapi.json cannot be read", e);
        }
    }
}
