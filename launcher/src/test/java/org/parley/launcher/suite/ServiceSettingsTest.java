package org.parley.launcher.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.launcher.home.Home;
import org.parley.launcher.home.Secrets;
import org.parley.launcher.postgres.ServiceDatabase;

class ServiceSettingsTest {

    private static final String BUILD = "events.jar 7 2027-03-04T15:42:00Z";

    @TempDir
    Path folder;

    private ServiceSettings settings;

    @BeforeEach
    void settings() {
        Home home = new Home(folder.resolve("home"));
        home.create();
        settings = new ServiceSettings(new Ports(8080), new Secrets(home), Map.of());
    }

    @Test
    void migrations_are_left_out_only_on_a_database_that_this_build_has_migrated() {
        assertThat(environment(BUILD)).containsEntry("QUARKUS_FLYWAY_ACTIVE", "false");
        assertThat(environment("events.jar 8 2027-03-05T15:42:00Z")).doesNotContainKey("QUARKUS_FLYWAY_ACTIVE");
        assertThat(environment(null)).doesNotContainKey("QUARKUS_FLYWAY_ACTIVE");
    }

    private Map<String, String> environment(String migratedBy) {
        return settings.environment(
                "events",
                new ServiceDatabase("jdbc:postgresql://localhost/events", "events", "secret", migratedBy),
                BUILD);
    }
}
