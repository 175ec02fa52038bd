package org.parley.gateway.http;

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

/** The audits of npm's graphql-http; {@code src/test/audit/run} fetches them and runs this test. */
@QuarkusTest
@EnabledIf("isFetched")
class GraphQLAuditTest extends GatewayTest {

    private static final Path AUDIT = Path.of("src/test/audit");

    @TestHTTPResource("/graphql")
    URL graphql;

    static boolean isFetched() {
        return Files.exists(AUDIT.resolve("node_modules/graphql-http"));
    }

    @Test
    void every_audit_is_passed() throws IOException, InterruptedException {
        Process node = new ProcessBuilder("node", "audit.mjs", graphql.toString())
                .directory(AUDIT.toFile())
                .redirectErrorStream(true)
                .start();
        String told = new String(node.getInputStream().readAllBytes(), UTF_8);
        assertThat(node.waitFor()).as(told).isZero();
        assertThat(told).contains("61 of 61 ok");
    }
}
