package org.parley.events.follow;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Lets one replica follow at a time.
 *
 * <p>The lock lives as long as its connection, so it is free the moment its holder dies. The connection has no
 * transaction open: one that stayed open would hold every change feed of the cluster back. Losing the lock unnoticed
 * does no harm, as moving the cursor fails for the second follower.
 */
@ApplicationScoped
class FollowerLock {

    private static final int ANSWER_WITHIN_SECONDS = 2;

    private final DataSource database;

    FollowerLock(DataSource database) {
        this.database = database;
    }

    /** The lock, or null while another replica has it. */
    Held tryTake() throws SQLException {
        Connection connection = database.getConnection();
        try {
            if (asked(connection, "select pg_try_advisory_lock(hashtext('parley follow sources'))")) {
                return new Held(connection);
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        connection.close();
        return null;
    }

    private static boolean asked(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(sql)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    record Held(Connection connection) implements AutoCloseable {

        boolean isHeld() throws SQLException {
            return connection.isValid(ANSWER_WITHIN_SECONDS);
        }

        @Override
        public void close() throws SQLException {
            // The connection goes back to the pool alive, so the lock has to be given back by name.
            try {
                if (connection.isValid(ANSWER_WITHIN_SECONDS)) {
                    asked(connection, "select pg_advisory_unlock(hashtext('parley follow sources'))");
                }
            } finally {
                connection.close();
            }
        }
    }
}
