package org.parley.launcher.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.parley.launcher.Failure;
import org.parley.launcher.home.Home;
import org.parley.launcher.home.LogTail;
import org.parley.launcher.home.PrivateFiles;
import org.parley.launcher.home.Secrets;

/** PostgreSQL in the home: durable, on this machine's loopback only, with a password for every role. */
public final class EmbeddedServer implements AutoCloseable {

    private static final String MAJOR = "17";
    private static final String ADMIN = "postgres";

    private final Home home;
    private final Secrets secrets;
    private final int port;
    private final Map<String, ServiceDatabase> databases = new LinkedHashMap<>();
    private EmbeddedPostgres postgres;

    private EmbeddedServer(Home home, Secrets secrets, int port) {
        this.home = home;
        this.secrets = secrets;
        this.port = port;
    }

    /**
     * Starts the server, makes its data folder at the first start, and sees to roles and databases.
     *
     * @param unpacked the server's programs as an earlier start of this build unpacked them; need not exist
     */
    public static EmbeddedServer start(Home home, Secrets secrets, int port, Path unpacked)
            throws InterruptedException {
        EmbeddedServer server = new EmbeddedServer(home, secrets, port);
        try {
            if (Files.exists(unpacked) && Files.notExists(binaries(home))) {
                copy(unpacked, binaries(home));
            }
            server.start();
            return server;
        } catch (IOException | SQLException | IllegalStateException e) {
            server.close();
            String reason = e.getMessage() == null ? "" : " (" + e.getMessage() + ")";
            throw new Failure("PostgreSQL does not start" + reason + ".\n" + LogTail.of(home.log("postgres"), 15), e);
        }
    }

    /** Keeps the unpacked programs of a home for {@link #start}. */
    public static void keepPrograms(Home home, Path unpacked) throws IOException, InterruptedException {
        copy(binaries(home), unpacked);
    }

    /** With times, links and permissions: by the times the library sees that nothing is missing. All of it or nothing. */
    private static void copy(Path from, Path to) throws IOException, InterruptedException {
        Path fresh = Files.createTempDirectory(to.getParent(), "programs-");
        Process cp = new ProcessBuilder("cp", "-a", from + "/.", fresh.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(cp.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (cp.waitFor() != 0) {
            throw new IOException("cannot copy " + from + " to " + to + ": " + said);
        }
        Files.move(fresh, to);
    }

    /** Stops a server that an earlier, killed launcher of this home left behind. True when there was one. */
    public static boolean stopOrphan(Home home) throws InterruptedException {
        try {
            return Orphan.stop(data(home));
        } catch (IOException e) {
            throw new Failure("Cannot read the process id of the PostgreSQL in " + home.postgres(), e);
        }
    }

    private void start() throws IOException, SQLException {
        Path binaries = binaries(home);
        PrivateFiles.folder(binaries);
        PrivateFiles.folder(home.postgres().resolve("socket"));
        checkVersion();
        setAsideUnfinished();
        // Else the library looks for left-over servers of anybody in the temporary folder, and deletes them.
        System.setProperty("ot.epg.working-dir", binaries.toString());
        ProcessBuilder.Redirect log =
                ProcessBuilder.Redirect.appendTo(home.log("postgres").toFile());
        postgres = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(binaries.toFile())
                .setDataDirectory(data(home))
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                .setDataDirectoryCustomizer(folder -> secure(folder.toPath()))
                // initdb takes the administrator's password from a file, so there is no moment without one.
                .setLocaleConfig("pwfile", secrets.passwordFile(ADMIN).toString())
                .setLocaleConfig("locale", "C.UTF-8")
                .setConnectConfig("password", secrets.password(ADMIN))
                // The library is made for tests and starts the server without either.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                // Relative to the data folder: an absolute path may be longer than a socket's name can be.
                .setServerConfig("unix_socket_directories", "../socket")
                .setServerConfig("unix_socket_permissions", "0700")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "64MB")
                // More rounds make a guessable password dearer to try. These are 256 random bits, and the rounds would
                // be
                // for each new connection of each service too.
                .setServerConfig("scram_iterations", "1")
                .start();
        PrivateFiles.folder(binaries); // the library opens it to everybody
        try (Connection admin = connect(ADMIN, ADMIN)) {
            for (String name : ServiceDatabase.SERVICES) {
                Databases.prepare(admin, name, secrets.password(name));
                databases.put(
                        name,
                        new ServiceDatabase(
                                url(name), name, secrets.password(name), Databases.migratedBy(admin, name)));
            }
            try (Statement statement = admin.createStatement()) {
                statement.execute("revoke all on database postgres, template1 from public");
            }
        }
    }

    private void secure(Path data) {
        try {
            Files.writeString(data.resolve("pg_hba.conf"), HostRules.text(ServiceDatabase.SERVICES));
            Files.writeString(finishedMark(data), "initdb came to its end; Parley looks for this file\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void checkVersion() throws IOException {
        Path version = data(home).resolve("PG_VERSION");
        if (Files.exists(version) && !Files.readString(version).strip().equals(MAJOR)) {
            throw new Failure("The data in " + data(home) + " are of PostgreSQL "
                    + Files.readString(version).strip() + ", this Parley brings " + MAJOR
                    + ". Export with the Parley that made them, then start on a new PARLEY_HOME.");
        }
    }

    /** A first start that was killed in the middle leaves a data folder that no server can use and nothing was stored in. */
    private void setAsideUnfinished() throws IOException {
        if (Files.exists(data(home)) && !Files.exists(finishedMark(data(home)))) {
            Files.move(
                    data(home),
                    home.postgres().resolve("data.unfinished-" + Instant.now().toEpochMilli()));
        }
    }

    private static Path finishedMark(Path data) {
        return data.resolve("parley-initdb-finished");
    }

    private static Path binaries(Home home) {
        return home.postgres().resolve("bin");
    }

    private static Path data(Home home) {
        return home.postgres().resolve("data");
    }

    private Connection connect(String role, String database) throws SQLException {
        return DriverManager.getConnection(url(database), role, secrets.password(role));
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public ServiceDatabase database(String service) {
        return databases.get(service);
    }

    /** To be called once these builds of the services are ready, and so have migrated their databases. */
    public void noteMigratedBy(Map<String, String> builds) {
        try (Connection admin = connect(ADMIN, ADMIN)) {
            for (var build : builds.entrySet()) {
                Databases.noteMigratedBy(admin, build.getKey(), build.getValue());
            }
        } catch (SQLException e) {
            throw new Failure("Cannot note which build the databases are of: " + e.getMessage(), e);
        }
    }

    /** Completes when the server ends, whoever ended it. */
    public CompletableFuture<ProcessHandle> onExit() {
        try {
            return Orphan.running(data(home))
                    .map(ProcessHandle::onExit)
                    .orElseThrow(() -> new Failure("PostgreSQL has ended; see " + home.log("postgres")));
        } catch (IOException e) {
            throw new Failure("Cannot read the process id of PostgreSQL", e);
        }
    }

    @Override
    public void close() {
        try {
            if (postgres != null) {
                postgres.close();
            }
            // The library only logs a stop that failed; also it may have started the server and then given up on it.
            Orphan.stop(data(home));
        } catch (IOException e) {
            throw new Failure("PostgreSQL did not stop; see " + home.log("postgres"), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
