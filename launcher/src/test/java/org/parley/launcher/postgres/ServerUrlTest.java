package org.parley.launcher.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.launcher.Failure;

class ServerUrlTest {

    @Test
    void both_spellings_say_the_same() {
        ServerUrl expected = new ServerUrl("db.example.org", 5433, "postgres", "ann", "a b/c+d", "sslmode=require");
        assertThat(ServerUrl.parse("postgresql://ann:a%20b%2Fc+d@db.example.org:5433/postgres?sslmode=require"))
                .isEqualTo(expected);
        assertThat(ServerUrl.parse(
                        "jdbc:postgresql://db.example.org:5433/?user=ann&sslmode=require&password=a%20b%2Fc+d"))
                .isEqualTo(expected);
        assertThat(expected.jdbc("parley_events"))
                .isEqualTo("jdbc:postgresql://db.example.org:5433/parley_events?sslmode=require");
    }

    @Test
    void the_port_and_the_database_have_defaults() {
        ServerUrl url = ServerUrl.parse("postgres://localhost");
        assertThat(url.jdbc("x")).isEqualTo("jdbc:postgresql://localhost:5432/x");
        assertThat(url.database()).isEqualTo("postgres");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mysql://ann:geheim@h/x", "localhost:5432", "postgresql://ann:ge heim@h", "jdbc:postgresql:x"})
    void anything_else_is_refused_without_repeating_a_password(String text) {
        assertThatThrownBy(() -> ServerUrl.parse(text))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("PARLEY_DB_URL")
                .message()
                .doesNotContain("heim");
    }
}
