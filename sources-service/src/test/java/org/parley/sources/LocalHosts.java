package org.parley.sources;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.parley.testkit.LocalServer;

/** Lets the service ask 127.0.0.1 to 127.0.0.40 on one port, where tests put servers of their own. */
public final class LocalHosts implements QuarkusTestResourceLifecycleManager {

    private static final String PORT = "parley.test.local-port";

    @Override
    public Map<String, String> start() {
        int port = freePort();
        String open = IntStream.rangeClosed(1, 40)
                .mapToObj(i -> "127.0.0." + i + ":" + port)
                .collect(Collectors.joining(","));
        return Map.of(
                "parley.outbound.allow",
                open,
                "parley.outbound.idle-limit",
                "1s",
                "parley.outbound.total-limit",
                "3s",
                PORT,
                Integer.toString(port));
    }

    /** A server on one of the addresses; to be closed by the test. */
    public static LocalServer server(int host) {
        int port = ConfigProvider.getConfig().getValue(PORT, Integer.class);
        return new LocalServer("127.0.0." + host, port);
    }

    /** Below the range from which connections take theirs, so that none takes it while no server is there. */
    private static int freePort() {
        int from = 20_000 + ThreadLocalRandom.current().nextInt(10_000);
        for (int taken = 0; taken < 1_000; ) {
            try (ServerSocket socket = new ServerSocket(from + taken, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException e) {
                taken++;
            } catch (IOException e) {
                throw new UncheckedIOException("no free port", e);
            }
        }
        throw new IllegalStateException("no free port in a thousand");
    }

    @Override
    public void stop() {
        // Servers are closed by those who opened them.
    }
}
