package org.parley.gateway.oidc;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The settings for a provider that the test starts once it knows where to be sent back to. */
public final class RealProvider implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path secret = Files.createTempFile("parley-oidc", ".secret");
            Files.writeString(secret, "not a secret");
            return Map.of(
                    "parley.oidc.issuer",
                    "http://127.0.0.1:" + free.getLocalPort(),
                    "parley.oidc.client-id",
                    "parley",
                    "parley.oidc.client-secret-file",
                    secret.toString(),
                    "parley.oidc.scopes.editors",
                    "read,review");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        // The provider is the test's own.
    }
}
