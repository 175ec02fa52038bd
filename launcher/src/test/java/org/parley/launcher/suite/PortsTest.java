package org.parley.launcher.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.launcher.Failure;
import org.parley.launcher.FreePorts;

class PortsTest {

    @Test
    void four_in_a_row_from_the_one_that_is_set() {
        assertThat(Ports.of(Map.of()).gateway()).isEqualTo(8080);
        Ports ports = Ports.of(Map.of("PARLEY_PORT", "9000"));
        assertThat(ports.address("gateway")).isEqualTo("http://127.0.0.1:9000");
        assertThat(ports.of("sources")).isEqualTo(9001);
        assertThat(ports.of("events")).isEqualTo(9002);
        assertThat(ports.of("PostgreSQL")).isEqualTo(9003);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "65533", "99999", "http", "80 80"})
    void what_is_no_port_is_refused_by_the_settings_name(String text) {
        assertThatThrownBy(() -> Ports.of(Map.of("PARLEY_PORT", text)))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("PARLEY_PORT")
                .hasMessageContaining(text);
    }

    @Test
    void one_that_is_taken_is_named_with_who_needed_it() throws IOException {
        Ports ports = new Ports(FreePorts.four());
        ports.checkFree(true);
        try (ServerSocket other = new ServerSocket(ports.of("events"), 1, InetAddress.getLoopbackAddress())) {
            assertThat(other.isBound()).isTrue();
            assertThatThrownBy(() -> ports.checkFree(true))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("Port " + ports.of("events"))
                    .hasMessageContaining("events")
                    .hasMessageContaining("PARLEY_PORT");
        }
    }

    @Test
    void postgresqls_port_matters_only_when_we_start_it() throws IOException {
        Ports ports = new Ports(FreePorts.four());
        try (ServerSocket other = new ServerSocket(ports.of("PostgreSQL"), 1, InetAddress.getLoopbackAddress())) {
            assertThat(other.isBound()).isTrue();
            ports.checkFree(false);
            assertThatThrownBy(() -> ports.checkFree(true)).hasMessageContaining("PostgreSQL");
        }
    }
}
