package org.parley.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A real PostgreSQL 17 for tests: one server for each JVM run, a fresh database for each start of the application.
 *
 * <p>Use it as {@code @WithTestResource(PostgresResource.class)}. It sets {@code quarkus.datasource.jdbc.url}, user name
 * and password. The server does not sync to disk and is thrown away with the JVM.
 */
public final class PostgresResource implements QuarkusTestResourceLifecycleManager {

    /** Kept in a system property, since Quarkus may load this class by several class loaders in one JVM. */
    private static final String PORT = "parley.testkit.postgres-port";

    /** Held, so that the level set here is not collected away. */
    private static final Logger SERVER_LOG = Logger.getLogger("io.zonky.test");

    @Override
    public Map<String, String> start() {
        return Map.of(
                "quarkus.datasource.jdbc.url", freshDatabase(),
                "quarkus.datasource.username", "postgres",
                "quarkus.datasource.password", "postgres");
    }

    /** The JDBC URL of a database that nobody else uses; its user is {@code postgres}. */
    public static String freshDatabase() {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = DriverManager.getConnection(url("postgres"), "postgres", "postgres");
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("no database for the tests", e);
        }
        return url(name);
    }

    /**
     * The JDBC URL of the first database of a server of its own, which syncs each commit to disk and has the launcher's
     * memory: for measuring what durable storing costs. Its user is {@code postgres}; it ends with this JVM.
     */
    public static String durableDatabase() {
        SERVER_LOG.setLevel(Level.WARNING);
        try {
            int port = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("shared_buffers", "64MB")
                    .start()
                    .getPort();
            return url(port, "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String url(String database) {
        return url(port(), database);
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?reWriteBatchedInserts=true";
    }

    private static synchronized int port() {
        Integer known = Integer.getInteger(PORT);
        if (known != null) {
            return known;
        }
        SERVER_LOG.setLevel(Level.WARNING);
        try {
            // Never closed by hand: the library stops the server when the JVM ends.
            int port = EmbeddedPostgres.builder().start().getPort();
            System.setProperty(PORT, Integer.toString(port));
            return port;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        }
    }

    @Override
    public void stop() {
        // The server serves the next start too.
    }
}
