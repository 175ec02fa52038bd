package org.parley.testkit;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A packaged service as a process of its own, with the launcher's settings for a laptop; the system property
 * {@code parley.test.java-opts} adds others. It ends with this JVM, however that ends.
 */
public record ServiceProcess(Process process, String url) {

    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://\\S+)");

    /**
     * Starts a service on a free port and waits until it listens.
     *
     * @param name {@code sources} or {@code events}
     * @param database its JDBC URL
     */
    public static ServiceProcess start(String name, String database, Map<String, String> more) {
        return start(name, database, more, Map.of());
    }

    /**
     * The same with variables of the environment, in which the launcher hands down what people set.
     *
     * @param variables by the names an environment has for settings: {@code PARLEY_SOURCES_URL}
     */
    public static ServiceProcess start(
            String name, String database, Map<String, String> more, Map<String, String> variables) {
        Path jar = Path.of("..", name + "-service", "target", "quarkus-app", "quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException(
                    "This needs the packaged %1$s-service. Make it first: mvn package -pl %1$s-service -am -DskipTests"
                            .formatted(name));
        }
        Map<String, String> settings = new HashMap<>(Map.of(
                "quarkus.http.host", "127.0.0.1",
                "quarkus.http.port", "0",
                "quarkus.datasource.jdbc.url", database,
                "quarkus.datasource.username", "postgres",
                "quarkus.datasource.password", "postgres",
                "parley.parent-pipe", "true"));
        TokenKeys keys = new TokenKeys();
        keys.init(Map.of("service", name));
        settings.putAll(keys.start());
        settings.putAll(more);
        return listening(name, command(jar, settings), variables);
    }

    /** As kill -9 does: nothing is closed, nothing is finished. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Asks it to end, and waits until it has. */
    public void stop() {
        process.destroy();
        process.onExit().join();
    }

    private static List<String> command(Path jar, Map<String, String> settings) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m"));
        command.addAll(
                List.of(System.getProperty("parley.test.java-opts", "").strip().split("\\s+")));
        command.removeIf(String::isEmpty);
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    /** What it prints once it listens goes to a file. */
    private static ServiceProcess listening(String name, List<String> command, Map<String, String> variables) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(variables);
            Process process = builder.start();
            BufferedReader printed = process.inputReader();
            List<String> lines = new ArrayList<>();
            for (String line = printed.readLine(); line != null; line = printed.readLine()) {
                lines.add(line);
                Matcher listening = LISTENING.matcher(line);
                if (listening.find()) {
                    Thread copy =
                            new Thread(() -> copy(printed, new File("target", name + "-service.log")), name + "-log");
                    copy.setDaemon(true);
                    copy.start();
                    return new ServiceProcess(process, listening.group(1));
                }
            }
            throw new IllegalStateException(name + "-service did not start:\n" + String.join("\n", lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(BufferedReader from, File to) {
        try (var out = Files.newBufferedWriter(to.toPath())) {
            from.transferTo(out);
        } catch (IOException e) {
            // Killed in the middle of a line: there is nothing left to copy.
            Thread.currentThread().interrupt();
        }
    }
}
