package org.parley.kit.runtime;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Binds many rows as an array for each column, for {@code unnest} in one statement: the statement is the same however
 * many rows there are, so it is planned once and takes one round trip.
 *
 * @param statement with a named parameter for each column
 * @param rows in the order in which they are written
 */
public record Columns<R>(SqlStatement<?> statement, Collection<R> rows) {

    /** A column {@code uuid}; values of any column can be null. */
    public Columns<R> uuids(String name, Function<R, UUID> value) {
        return bind(name, "uuid", UUID[]::new, value);
    }

    /** A column {@code text}, or of a type that the statement casts it to. */
    public Columns<R> texts(String name, Function<R, String> value) {
        return bind(name, "text", String[]::new, value);
    }

    /** A column {@code bytea}. */
    public Columns<R> bytes(String name, Function<R, byte[]> value) {
        return bind(name, "bytea", byte[][]::new, value);
    }

    /** A column {@code int}. */
    public Columns<R> ints(String name, Function<R, Integer> value) {
        return bind(name, "int4", Integer[]::new, value);
    }

    /** A column {@code timestamptz}. */
    public Columns<R> times(String name, Function<R, Instant> value) {
        return bind(name, "timestamptz", String[]::new, value.andThen(time -> time == null ? null : time.toString()));
    }

    private <T> Columns<R> bind(String name, String type, IntFunction<T[]> array, Function<R, T> value) {
        T[] values = rows.stream().map(value).toArray(array);
        statement.bind(name, (Argument) (position, prepared, context) ->
                prepared.setArray(position, prepared.getConnection().createArrayOf(type, values)));
        return this;
    }
}
