package org.parley.events.webhook;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;

/** Lets the service send to 127.0.0.1 to 127.0.0.20 on one port, where tests put receivers, and hurry with retries. */
public final class Receivers implements QuarkusTestResourceLifecycleManager {

    private static final String PORT = "parley.test.receiver-port";

    @Override
    public Map<String, String> start() {
        return settings(freePort());
    }

    static Map<String, String> settings(int port) {
        return Map.of(
                PORT,
                Integer.toString(port),
                "parley.outbound.allow",
                IntStream.rangeClosed(1, 20)
                        .mapToObj(i -> "127.0.0." + i + ":" + port)
                        .collect(Collectors.joining(",")),
                "parley.outbound.idle-limit",
                "1s",
                "parley.outbound.total-limit",
                "3s",
                "parley.webhooks.retry-after",
                "100ms,100ms,100ms",
                "parley.webhooks.lease",
                "8s");
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int port() {
        return ConfigProvider.getConfig().getValue(PORT, Integer.class);
    }

    @Override
    public void stop() {
        // Receivers belong to their tests.
    }
}
