package org.parley.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.parley.testkit.PostgresResource;
import org.parley.testkit.TokenKeys;

/** sources-service and events-service as they are packaged, as processes of their own, each with a fresh database. */
public final class RealServices implements QuarkusTestResourceLifecycleManager {

    private static final String PID = "parley.test.pid.";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final List<Process> processes = new ArrayList<>();

    /** Ends a service as a crash would. */
    static void kill(String service) {
        ProcessHandle.of(Long.getLong(PID + service)).orElseThrow().destroyForcibly();
    }

    @Override
    public Map<String, String> start() {
        int sources = freePort();
        int events = freePort();
        start("sources", sources, sources);
        start("events", events, sources);
        await(sources);
        await(events);
        return Map.of(
                "parley.sources.url", "http://127.0.0.1:" + sources,
                "parley.events.url", "http://127.0.0.1:" + events);
    }

    private void start(String service, int port, int sources) {
        Path jar = Path.of("..", service + "-service", "target", "quarkus-app", "quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is missing: package the services first (mvn verify does)");
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-XX:+UseSerialGC"));
        settings(service, port, sources).forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-jar", jar.toString()));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Path.of("target", service + "-service.log").toFile())
                    .start();
            System.setProperty(PID + service, Long.toString(process.pid()));
            processes.add(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> settings(String service, int port, int sources) {
        return Map.ofEntries(
                Map.entry("quarkus.http.port", Integer.toString(port)),
                Map.entry("quarkus.http.host", "127.0.0.1"),
                Map.entry("quarkus.datasource.jdbc.url", PostgresResource.freshDatabase()),
                Map.entry("quarkus.datasource.username", "postgres"),
                Map.entry("quarkus.datasource.password", "postgres"),
                // Where endpoints of webhooks can be said to be; nothing listens there.
                Map.entry("parley.outbound.allow", "127.0.0.1:9"),
                Map.entry("parley.sources.url", "http://127.0.0.1:" + sources),
                Map.entry(
                        "parley.cursor.key",
                        TokenKeys.privateKey(service)
                                .resolveSibling("cursor.key")
                                .toString()),
                Map.entry(
                        "parley.token.private-key",
                        TokenKeys.privateKey(service).toString()),
                Map.entry(
                        "parley.token.trusted.gateway.public-key",
                        TokenKeys.publicKey("gateway").toString()),
                Map.entry("parley.token.trusted.gateway.scopes", "read,feed,partner,review,admin"),
                Map.entry(
                        "parley.token.trusted.events.public-key",
                        TokenKeys.publicKey("events").toString()),
                Map.entry("parley.token.trusted.events.scopes", "read,feed"));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(int port) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            if (isReady(port)) {
                return;
            }
            pause();
        }
        throw new IllegalStateException("the service on port " + port + " did not get ready; see target/*-service.log");
    }

    private static boolean isReady(int port) {
        try {
            var connection = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/q/health/ready")
                    .toURL()
                    .openConnection();
            return connection.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        processes.forEach(Process::destroyForcibly);
    }
}
