package org.parley.events.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Rows of several tables that are collected and then stored in one statement for each table. */
public final class NewRows {

    private final Map<String, List<Object>> tables = new LinkedHashMap<>();

    /**
     * Adds rows, if only none: tables are written in the order in which they are first named here, so one that others refer to
     * has to come before them.
     *
     * @param rows records whose components are named as the table's columns
     */
    public void add(String table, Collection<?> rows) {
        tables.computeIfAbsent(table, none -> new ArrayList<>()).addAll(rows);
    }

    /** Stores what has been added since the last time. */
    public void write(Handle handle) {
        tables.forEach((table, rows) -> Rows.insert(handle, table, rows));
        tables.clear();
    }
}
