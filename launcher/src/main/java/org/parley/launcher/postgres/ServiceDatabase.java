package org.parley.launcher.postgres;

import java.util.List;

/**
 * What a service needs to reach its database.
 *
 * @param jdbcUrl address, without user and password
 * @param user the role that owns the database and nothing else
 * @param password its password
 * @param migratedBy the build whose migrations it has had; null when none is known to have started on it
 */
public record ServiceDatabase(String jdbcUrl, String user, String password, String migratedBy) {

    /** The services that keep data, in the order they are named to people. */
    public static final List<String> SERVICES = List.of("sources", "events", "gateway");

    @Override
    public String toString() {
        return user + " at " + jdbcUrl;
    }
}
