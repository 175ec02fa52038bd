package org.parley.launcher.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.parley.launcher.Failure;
import org.parley.launcher.home.Secrets;

/** A PostgreSQL server that others run, named by PARLEY_DB_URL. Parley's databases there are called parley_sources and so on. */
public final class ExternalServer {

    private static final int OLDEST = 15;

    private final ServerUrl url;
    private final Secrets secrets;

    private ExternalServer(ServerUrl url, Secrets secrets) {
        this.url = url;
        this.secrets = secrets;
    }

    /** Makes the databases and roles that are missing; where the account may not, says what SQL would. */
    public static ExternalServer prepare(String url, Secrets secrets) {
        ExternalServer server = new ExternalServer(ServerUrl.parse(url), secrets);
        List<String> missing = ServiceDatabase.SERVICES.stream()
                .filter(s -> !server.canConnect(s))
                .toList();
        if (!missing.isEmpty()) {
            server.make(missing);
        }
        return server;
    }

    public ServiceDatabase database(String service) {
        return new ServiceDatabase(url.jdbc(name(service)), name(service), secrets.password(name(service)), null);
    }

    private static String name(String service) {
        return "parley_" + service;
    }

    private boolean canConnect(String service) {
        ServiceDatabase database = database(service);
        try (Connection connection =
                DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
            return connection.isValid(10);
        } catch (SQLException e) {
            // 28: no such role or another password; 3D: no such database; 42501: no right to connect. All can be made.
            if (e.getSQLState() != null && e.getSQLState().matches("28...|3D...|42501")) {
                return false;
            }
            throw new Failure("Cannot reach the PostgreSQL of PARLEY_DB_URL at " + url + ": " + e.getMessage(), e);
        }
    }

    private void make(List<String> services) {
        List<String> todo = new ArrayList<>();
        try (Connection admin = DriverManager.getConnection(url.jdbc(url.database()), url.user(), url.password())) {
            if (admin.getMetaData().getDatabaseMajorVersion() < OLDEST) {
                throw new Failure("The PostgreSQL at " + url + " is version "
                        + admin.getMetaData().getDatabaseProductVersion() + "; Parley needs " + OLDEST + " or later.");
            }
            for (String service : services) {
                String name = name(service);
                todo.addAll(Databases.statements(
                        name,
                        secrets.password(name),
                        Databases.exists(admin, Databases.ROLE, name),
                        Databases.exists(admin, Databases.DATABASE, name)));
            }
            if (!mayMake(admin)) {
                throw lacksRight(todo);
            }
            for (String service : services) {
                Databases.prepare(admin, name(service), secrets.password(name(service)));
            }
        } catch (SQLException e) {
            if ("42501".equals(e.getSQLState())) {
                throw lacksRight(todo);
            }
            throw new Failure("Cannot prepare the databases at " + url + ": " + e.getMessage(), e);
        }
    }

    private static boolean mayMake(Connection admin) throws SQLException {
        try (Statement statement = admin.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select rolsuper or (rolcreatedb and rolcreaterole) from pg_roles where rolname = current_user")) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private Failure lacksRight(List<String> sql) {
        String script = sql.stream().map(line -> "  " + line + ";").collect(Collectors.joining("\n"));
        return new Failure("The account of PARLEY_DB_URL may not make roles and databases at " + url
                + ". Have an administrator run this there, then start again:\n\n" + script + "\n");
    }
}
