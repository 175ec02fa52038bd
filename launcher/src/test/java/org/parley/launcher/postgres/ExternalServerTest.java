package org.parley.launcher.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.launcher.Failure;
import org.parley.launcher.home.Home;
import org.parley.launcher.home.Secrets;

/** A server that somebody else runs, with accounts of more and of less rights. */
class ExternalServerTest {

    @TempDir
    static Path folder;

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException, SQLException {
        Path password = Files.writeString(folder.resolve("password"), "top-secret\n");
        postgres = EmbeddedPostgres.builder()
                .setLocaleConfig("pwfile", password.toString())
                .setLocaleConfig("auth", "scram-sha-256")
                .setConnectConfig("password", "top-secret")
                .start();
        asAdmin("create role maker login createdb createrole password 'm'");
        asAdmin("create role reader login password 'r'");
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void an_account_that_may_not_hears_the_sql_and_what_the_sql_makes_is_used() throws SQLException {
        Secrets secrets = secrets("lacking");
        Failure failure =
                catchThrowableOfType(Failure.class, () -> ExternalServer.prepare(url("reader", "r"), secrets));
        assertThat(failure.getMessage())
                .contains("localhost:" + postgres.getPort())
                .contains("create database \"parley_sources\"")
                .doesNotContain("reader:r");
        for (String sql :
                failure.getMessage().lines().filter(line -> line.endsWith(";")).toList()) {
            asAdmin(sql);
        }
        assertUsable(ExternalServer.prepare(url("reader", "r"), secrets));

        // Another home has other passwords: it takes an account with rights to let it in.
        assertThatThrownBy(() -> ExternalServer.prepare(url("reader", "r"), secrets("other")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("alter role \"parley_sources\"");
        drop();

        assertUsable(ExternalServer.prepare(url("maker", "m"), secrets("made")));
        assertUsable(ExternalServer.prepare(url("reader", "r"), secrets("made")));
    }

    @Test
    void a_server_that_is_not_there_is_named_without_the_password() {
        assertThatThrownBy(() -> ExternalServer.prepare("postgresql://ann:geheim@127.0.0.1:1/x", secrets("absent")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("127.0.0.1:1")
                .message()
                .doesNotContain("geheim");
    }

    private static void assertUsable(ExternalServer server) throws SQLException {
        for (String service : ServiceDatabase.SERVICES) {
            ServiceDatabase database = server.database(service);
            assertThat(database.user()).isEqualTo("parley_" + service);
            try (Connection own =
                            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                    Statement statement = own.createStatement()) {
                assertThat(own.getCatalog()).isEqualTo("parley_" + service);
                statement.execute("create table if not exists probe(id int)");
                statement.execute("create extension if not exists pg_trgm");
            }
        }
        ServiceDatabase sources = server.database("sources");
        assertThatThrownBy(() -> DriverManager.getConnection(
                        sources.jdbcUrl().replace("parley_sources", "parley_events"),
                        sources.user(),
                        sources.password()))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    private static void drop() throws SQLException {
        for (String service : ServiceDatabase.SERVICES) {
            asAdmin("drop database parley_" + service);
            asAdmin("drop role parley_" + service);
        }
    }

    private static Secrets secrets(String name) {
        Home home = new Home(folder.resolve(name));
        home.create();
        return new Secrets(home);
    }

    private static String url(String user, String password) {
        return "postgresql://" + user + ":" + password + "@localhost:" + postgres.getPort() + "/postgres";
    }

    private static void asAdmin(String sql) throws SQLException {
        try (Connection admin = postgres.getPostgresDatabase().getConnection();
                Statement statement = admin.createStatement()) {
            statement.execute(sql);
        }
    }
}
