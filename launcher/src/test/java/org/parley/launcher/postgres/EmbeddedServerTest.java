package org.parley.launcher.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.launcher.FreePorts;
import org.parley.launcher.home.Home;
import org.parley.launcher.home.Secrets;

/** The server people's data lie in: who can connect, and what survives. */
class EmbeddedServerTest {

    @TempDir
    static Path folder;

    private static final Path NOT_UNPACKED = Path.of("no such folder");
    private static final int PORT = FreePorts.four();
    private static Home home;
    private static Secrets secrets;
    private static EmbeddedServer server;

    @BeforeAll
    static void start() throws InterruptedException {
        home = new Home(folder.resolve("a home"));
        home.create();
        secrets = new Secrets(home);
        server = EmbeddedServer.start(home, secrets, PORT, NOT_UNPACKED);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sources", "events", "gateway"})
    void a_service_owns_its_database_and_is_no_superuser(String service) throws SQLException {
        try (Connection own = connect(service, service, secrets.password(service))) {
            assertThat(ask(own, "select current_user")).isEqualTo(service);
            assertThat(
                            ask(
                                    own,
                                    "select rolsuper or rolcreatedb or rolcreaterole from pg_roles where rolname = current_user"))
                    .isEqualTo("f");
            // What the migrations of the services need.
            try (Statement statement = own.createStatement()) {
                statement.execute("create extension if not exists pg_trgm");
                statement.execute("create table if not exists probe(id int)");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"sources,events", "events,gateway", "gateway,sources", "sources,postgres", "events,template1"})
    void a_service_reaches_no_other_database(String role, String database) {
        assertThatThrownBy(() -> connect(role, database, secrets.password(role)))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("no pg_hba.conf entry");
    }

    @ParameterizedTest
    @CsvSource({"postgres,postgres", "sources,sources", "events,events", "gateway,gateway"})
    void nobody_comes_in_without_the_right_password(String role, String database) {
        for (String password : new String[] {"", "wrong", secrets.password(role) + "x"}) {
            assertThatThrownBy(() -> connect(role, database, password)).isInstanceOf(SQLException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "fsync,on",
        "synchronous_commit,on",
        "password_encryption,scram-sha-256",
        "listen_addresses,127.0.0.1",
        "server_encoding,UTF8"
    })
    void it_is_durable_and_closed(String setting, String value) throws SQLException {
        try (Connection admin = connect("postgres", "postgres", secrets.password("postgres"))) {
            assertThat(ask(admin, "show " + setting)).isEqualTo(value);
        }
    }

    @Test
    void the_public_may_connect_to_no_database() throws SQLException {
        try (Connection admin = connect("postgres", "postgres", secrets.password("postgres"))) {
            assertThat(ask(admin, """
                    select count(*) from pg_database d, aclexplode(d.datacl) a
                    where a.grantee = 0 and a.privilege_type = 'CONNECT' and d.datname <> 'template0'""")).isEqualTo("0");
            assertThat(ask(admin, "select count(*) from pg_database where datacl is null"))
                    .isEqualTo("0");
        }
    }

    @Test
    void the_build_that_migrated_a_database_is_noted_with_the_database() throws Exception {
        Home other = new Home(folder.resolve("noted"));
        other.create();
        Secrets keys = new Secrets(other);
        int port = FreePorts.four();
        try (EmbeddedServer first = EmbeddedServer.start(other, keys, port, NOT_UNPACKED)) {
            assertThat(first.database("events").migratedBy()).isNull();
            first.noteMigratedBy(Map.of("events", "events.jar 7 2027-03-04T15:42:00Z"));
        }
        try (EmbeddedServer second = EmbeddedServer.start(other, keys, port, NOT_UNPACKED)) {
            assertThat(second.database("events").migratedBy()).isEqualTo("events.jar 7 2027-03-04T15:42:00Z");
            assertThat(second.database("gateway").migratedBy()).isNull();
            try (Connection admin = connect(port, "postgres", "postgres", keys.password("postgres"));
                    Statement statement = admin.createStatement()) {
                statement.execute("drop database events");
            }
        }
        try (EmbeddedServer third = EmbeddedServer.start(other, keys, port, NOT_UNPACKED)) {
            assertThat(third.database("events").migratedBy()).isNull();
        }
    }

    @Test
    void its_folders_are_closed_to_others() throws IOException {
        for (String name : new String[] {"socket", "bin", "data"}) {
            Path closed = home.postgres().resolve(name);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(closed)))
                    .isEqualTo("rwx------");
        }
        assertThat(home.postgres().resolve("socket/.s.PGSQL." + PORT)).exists();
    }

    @Test
    void what_was_committed_survives_a_killed_launcher_and_a_killed_server() throws Exception {
        Home other = new Home(folder.resolve("killed"));
        other.create();
        Secrets keys = new Secrets(other);
        int port = FreePorts.four();
        EmbeddedServer.start(other, keys, port, NOT_UNPACKED); // and not closed: as after kill -9 of the launcher
        run(port, keys, "create table kept(v int)", "insert into kept values (42)");
        assertThat(EmbeddedServer.stopOrphan(other)).isTrue();
        assertThat(EmbeddedServer.stopOrphan(other)).isFalse();

        forgetLock(other);
        int another = FreePorts.four();
        EmbeddedServer second = EmbeddedServer.start(other, keys, another, NOT_UNPACKED);
        assertThat(second.database("sources").jdbcUrl()).contains(":" + another + "/");
        run(another, keys, "insert into kept values (43)");
        var ended = second.onExit();
        Orphan.running(other.postgres().resolve("data")).orElseThrow().destroyForcibly();
        ended.get(30, TimeUnit.SECONDS);

        forgetLock(other);
        try (EmbeddedServer third = EmbeddedServer.start(other, keys, another, NOT_UNPACKED);
                Connection own = connect(another, "sources", "sources", keys.password("sources"))) {
            assertThat(third.onExit()).isNotDone();
            assertThat(ask(own, "select sum(v) from kept")).isEqualTo("85");
        }
    }

    @Test
    void a_data_folder_whose_making_was_interrupted_is_set_aside() throws Exception {
        Home other = new Home(folder.resolve("half"));
        other.create();
        Path data = Files.createDirectories(other.postgres().resolve("data"));
        Files.writeString(data.resolve("postgresql.conf"), "");
        try (EmbeddedServer whole = EmbeddedServer.start(other, new Secrets(other), FreePorts.four(), NOT_UNPACKED)) {
            assertThat(whole.onExit()).isNotDone();
        }
        assertThat(other.postgres()).isDirectoryContaining("glob:**data.unfinished-*");
    }

    @Test
    void programs_that_were_unpacked_before_are_copied_and_not_unpacked_again() throws Exception {
        Path kept = folder.resolve("kept");
        EmbeddedServer.keepPrograms(home, kept);
        Home other = new Home(folder.resolve("quick"));
        other.create();
        try (EmbeddedServer quick = EmbeddedServer.start(other, new Secrets(other), FreePorts.four(), kept)) {
            assertThat(quick.onExit()).isNotDone();
        }
        // What the library writes last: unpacked anew, it would be younger than the first home's.
        assertThat(unpackedAt(other)).isEqualTo(unpackedAt(home));
    }

    private static FileTime unpackedAt(Home home) throws IOException {
        try (Stream<Path> programs = Files.list(home.postgres().resolve("bin"))) {
            Path folder = programs.filter(Files::isDirectory)
                    .filter(path -> path.getFileName().toString().startsWith("PG-"))
                    .findFirst()
                    .orElseThrow();
            return Files.getLastModifiedTime(folder.resolve(".exists"));
        }
    }

    /** The library holds its lock in this process still; that of a launcher that was killed would be free. */
    private static void forgetLock(Home home) throws IOException {
        Files.delete(home.postgres().resolve("data/epg-lock"));
    }

    private static void run(int port, Secrets keys, String... statements) throws SQLException {
        try (Connection own = connect(port, "sources", "sources", keys.password("sources"));
                Statement statement = own.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static Connection connect(String role, String database, String password) throws SQLException {
        return connect(PORT, role, database, password);
    }

    private static Connection connect(int port, String role, String database, String password) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, role, password);
    }

    private static String ask(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
