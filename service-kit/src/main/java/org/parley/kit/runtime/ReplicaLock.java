package org.parley.kit.runtime;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Lets one replica do a work at a time.
 *
 * <p>The lock lives as long as its connection, so it is free the moment its holder dies. The connection has no
 * transaction open: one that stayed open would hold every change feed of the cluster back. Whoever loses the
 * lock may notice late: what it then writes has to be refused by what is there.
 */
@ApplicationScoped
public class ReplicaLock {

    private static final int ANSWER_WITHIN_SECONDS = 2;

    private final DataSource database;

    ReplicaLock(DataSource database) {
        this.database = database;
    }

    /**
     * The lock, or null while another replica has it.
     *
     * @param work what is done under it: names the lock in this database
     */
    public Held tryTake(String work) throws SQLException {
        Connection connection = database.getConnection();
        try {
            if (asked(connection, "select pg_try_advisory_lock(hashtext(?))", work)) {
                return new Held(connection, work);
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        connection.close();
        return null;
    }

    private static boolean asked(Connection connection, String sql, String work) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, work);
            try (var answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    /** The lock, while it is held. */
    public record Held(Connection connection, String work) implements AutoCloseable {

        /** Whether the connection it lives by is still there. */
        public boolean isHeld() throws SQLException {
            return connection.isValid(ANSWER_WITHIN_SECONDS);
        }

        @Override
        public void close() throws SQLException {
            // The connection goes back to the pool alive, so the lock has to be given back by name.
            try {
                if (connection.isValid(ANSWER_WITHIN_SECONDS)) {
                    asked(connection, "select pg_advisory_unlock(hashtext(?))", work);
                }
            } finally {
                connection.close();
            }
        }
    }
}
