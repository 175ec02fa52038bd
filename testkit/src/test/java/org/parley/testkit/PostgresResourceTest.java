package org.parley.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.DriverManager;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PostgresResourceTest {

    @Test
    void each_start_gets_an_empty_database_on_the_same_server() throws Exception {
        var resource = new PostgresResource();
        String first = resource.start().get("quarkus.datasource.jdbc.url");
        String second = resource.start().get("quarkus.datasource.jdbc.url");

        assertNotEquals(first, second);
        assertEquals(server(first), server(second));
        try (var connection = DriverManager.getConnection(first, "postgres", "postgres");
                var rows = connection
                        .createStatement()
                        .executeQuery(
                                "select count(*), current_setting('server_version') from pg_tables where schemaname = 'public'")) {
            rows.next();
            assertEquals(0, rows.getInt(1));
            assertTrue(rows.getString(2).startsWith("17."), rows.getString(2));
        }
    }

    private static String server(String url) {
        return url.substring(0, url.lastIndexOf('/'));
    }
}
