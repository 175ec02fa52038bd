package org.parley.kit.problem;

import java.sql.SQLException;

/** Tells a database that is down, restarting or full of connections from a mistake of ours. */
final class DatabaseAway {

    private DatabaseAway() {}

    static boolean is(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isAway(sql)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAway(SQLException e) {
        String state = e.getSQLState();
        if (state == null) {
            // The pool's own complaint that no connection came free in time.
            return e.getMessage() != null && e.getMessage().contains("Acquisition timeout");
        }
        return state.startsWith("08") || state.startsWith("57P") || state.equals("53300");
    }
}
