package org.parley.gateway.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.parley.gateway.GatewayTest;

/** The rules of npm's spectral for OpenAPI and AsyncAPI; {@code src/test/audit/run} fetches it and runs this test. */
@QuarkusTest
@EnabledIf("isFetched")
class ContractsAuditTest extends GatewayTest {

    private static final Path AUDIT = Path.of("src/test/audit");

    @TestHTTPResource("/docs/openapi.json")
    URL openapi;

    @TestHTTPResource("/docs/asyncapi.json")
    URL asyncapi;

    static boolean isFetched() {
        return Files.exists(AUDIT.resolve("node_modules/@stoplight/spectral-cli"));
    }

    @Test
    void no_rule_warns_of_a_document_as_it_is_served() throws IOException, InterruptedException {
        Process node = new ProcessBuilder(
                        "node_modules/.bin/spectral",
                        "lint",
                        "--ruleset=contracts.yaml",
                        "--fail-severity=warn",
                        "--display-only-failures",
                        openapi.toString(),
                        asyncapi.toString())
                .directory(AUDIT.toFile())
                .redirectErrorStream(true)
                .start();
        String told = new String(node.getInputStream().readAllBytes(), UTF_8);
        assertThat(node.waitFor()).as(told).isZero();
        assertThat(told).contains("No results with a severity of 'warn' or higher found!");
    }
}
