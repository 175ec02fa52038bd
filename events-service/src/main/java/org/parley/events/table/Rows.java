package org.parley.events.table;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Many rows in one statement, and the few column types JDBC reads awkwardly. */
public final class Rows {

    private Rows() {}

    /**
     * Stores rows in one statement.
     *
     * @param rows records whose components are named as the table's columns
     */
    public static void insert(Handle handle, String table, Collection<?> rows) {
        if (!rows.isEmpty()) {
            handle.createUpdate("insert into %s %s".formatted(table, from(table)))
                    .bind("rows", Json.write(rows))
                    .execute();
        }
    }

    /** As {@link #insert}; rows that are there already stay as they are. */
    public static void insertMissing(Handle handle, String table, Collection<?> rows) {
        if (!rows.isEmpty()) {
            handle.createUpdate("insert into %s %s on conflict do nothing".formatted(table, from(table)))
                    .bind("rows", Json.write(rows))
                    .execute();
        }
    }

    /** A select of the rows that are bound as {@code rows}, in JSON, with the columns of the table. */
    public static String from(String table) {
        // Not cast(null as TABLE): a table may be called like a type of PostgreSQL's own (point), which would be taken.
        return "select * from jsonb_populate_recordset((select r from %s r limit 0), cast(:rows as jsonb))"
                .formatted(table);
    }

    /** A list for {@code cast(string_to_array(:ids, ',') as uuid[])}. */
    public static String list(Collection<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    public static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    public static <E extends Enum<E>> E name(ResultSet row, String column, Class<E> type) throws SQLException {
        String name = row.getString(column);
        return name == null ? null : Enum.valueOf(type, name);
    }
}
