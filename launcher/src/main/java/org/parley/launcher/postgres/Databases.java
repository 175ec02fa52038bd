package org.parley.launcher.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Makes a role and a database that only this role can connect to. */
final class Databases {

    private Databases() {}

    /** Brings role and database to what they must be, whatever of them is there already. */
    static void prepare(Connection admin, String name, String password) throws SQLException {
        for (String sql : statements(name, password, exists(admin, ROLE, name), exists(admin, DATABASE, name))) {
            try (Statement statement = admin.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    /** The SQL that makes what is missing; also shown to people whose account may not run it. */
    static List<String> statements(String name, String password, boolean roleExists, boolean databaseExists) {
        List<String> sql = new ArrayList<>();
        String verb = roleExists ? "alter" : "create";
        sql.add("%s role \"%s\" login nosuperuser nocreatedb nocreaterole password '%s'"
                .formatted(verb, name, password));
        if (!databaseExists) {
            // Only a member may hand a database to a role; a superuser does not need the grant, others do.
            sql.add("grant \"%s\" to current_user".formatted(name));
            sql.add("create database \"%s\" owner \"%s\" encoding 'UTF8' template template0".formatted(name, name));
        }
        sql.add("revoke all on database \"%s\" from public".formatted(name));
        return sql;
    }

    /**
     * The build whose migrations a database has had. It stands as a comment on the database, so that it is copied and dropped
     * with it. Null where there is none.
     */
    static String migratedBy(Connection admin, String name) throws SQLException {
        try (PreparedStatement statement = admin.prepareStatement(
                "select shobj_description(oid, 'pg_database') from pg_database where datname = ?")) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        }
    }

    /** @param build without quotation marks */
    static void noteMigratedBy(Connection admin, String name, String build) throws SQLException {
        try (Statement statement = admin.createStatement()) {
            statement.execute("comment on database \"%s\" is '%s'".formatted(name, build));
        }
    }

    static boolean exists(Connection admin, String query, String name) throws SQLException {
        try (PreparedStatement statement = admin.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    static final String ROLE = "select 1 from pg_roles where rolname = ?";

    static final String DATABASE = "select 1 from pg_database where datname = ?";
}
