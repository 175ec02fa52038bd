package org.parley.gateway.schema;

import com.fasterxml.jackson.core.io.SerializedString;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/**
 * What is selected of rows of one type where all of it is at hand: each row is read in one go, without what the engine
 * keeps of every field. What it cannot do, it leaves to the engine by {@link NotPlain}.
 */
final class PlainPlan {

    /** Something is to be waited for, or is missing, or failed: the engine knows what to do. */
    static final class NotPlain extends RuntimeException {

        private static final long serialVersionUID = 1;

        static final NotPlain INSTANCE = new NotPlain();

        private NotPlain() {
            super(null, null, false, false);
        }
    }

    /** One selected field: how it is read from a row. */
    interface Cell {
        Object of(Object row);
    }

    private final SerializedString[] names;
    private final Cell[] cells;
    private final boolean links;

    /** @param links whether it holds for one place in the document only, since fields in it lead to other rows */
    PlainPlan(List<String> names, List<Cell> cells, boolean links) {
        this.names = names.stream().map(SerializedString::new).toArray(SerializedString[]::new);
        this.cells = cells.toArray(Cell[]::new);
        this.links = links;
    }

    boolean hasLinks() {
        return links;
    }

    /** A row, complete. */
    PlainRow row(Object row) {
        Object[] values = new Object[cells.length];
        for (int i = 0; i < cells.length; i++) {
            values[i] = cells[i].of(row);
        }
        return new PlainRow(names, values);
    }

    /** A list of rows, none of which is null where {@code present}. */
    Object rows(Object list, boolean present) {
        UnaryOperator<Object> row = orNull(this::row);
        return each(present ? present(row) : row).apply(list);
    }

    /** What a field of the row holds. */
    static Cell read(PlainField fetcher, GraphQLFieldDefinition field, UnaryOperator<Object> complete) {
        return row -> complete.apply(fetcher.get(field, row, null));
    }

    /** What a field of the row leads to, which must have been read ahead. */
    static Cell follow(JoinField fetcher, DataFetchingEnvironment environment, UnaryOperator<Object> complete) {
        return row -> {
            Object found = fetcher.of(environment, row);
            if (found instanceof CompletionStage<?>) {
                throw NotPlain.INSTANCE;
            }
            return complete.apply(found);
        };
    }

    /** Values of a type that cannot be null. */
    static UnaryOperator<Object> present(UnaryOperator<Object> complete) {
        return value -> {
            Object completed = complete.apply(value);
            if (completed == null) {
                throw NotPlain.INSTANCE;
            }
            return completed;
        };
    }

    /** Values that may be null. */
    static UnaryOperator<Object> orNull(UnaryOperator<Object> complete) {
        return value -> value == null ? null : complete.apply(value);
    }

    /** Lists of values. */
    static UnaryOperator<Object> each(UnaryOperator<Object> complete) {
        return values -> {
            if (!(values instanceof List<?> list)) {
                throw NotPlain.INSTANCE;
            }
            List<Object> completed = new ArrayList<>(list.size());
            for (Object value : list) {
                completed.add(complete.apply(value));
            }
            return completed;
        };
    }
}
