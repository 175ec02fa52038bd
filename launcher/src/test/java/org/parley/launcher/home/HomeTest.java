package org.parley.launcher.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.launcher.Failure;

class HomeTest {

    @TempDir
    Path folder;

    @Test
    void the_environment_names_it_and_it_is_a_hidden_folder_here_otherwise() {
        assertThat(Home.of(Map.of("PARLEY_HOME", "/srv/parley")).path()).isEqualTo(Path.of("/srv/parley"));
        assertThat(Home.of(Map.of()).path()).isEqualTo(Path.of(".parley").toAbsolutePath());
        assertThat(Home.of(Map.of("PARLEY_HOME", " ")).path())
                .isEqualTo(Path.of(".parley").toAbsolutePath());
    }

    @Test
    void a_file_in_its_place_is_refused_by_name() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "x");
        assertThatThrownBy(() -> new Home(file).create())
                .isInstanceOf(Failure.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void the_run_file_says_again_what_was_written_and_is_gone_after_removal() {
        Home home = created();
        RunState state = state();
        state.write(home);
        assertThat(RunState.read(home)).contains(state);
        assertThat(RunState.require(home)).isEqualTo(state);
        RunState.remove(home);
        assertThat(RunState.read(home)).isEmpty();
    }

    @Test
    void without_a_run_file_a_command_says_how_to_start_and_where_it_looked() {
        Home home = created();
        assertThatThrownBy(() -> RunState.require(home))
                .isInstanceOf(Failure.class)
                .hasMessageContaining(home.path().toString())
                .hasMessageContaining("./parley");
    }

    @Test
    void a_run_file_that_is_no_json_counts_as_absent() throws IOException {
        Home home = created();
        Files.writeString(home.runFile(), "{\"launcher\": 12");
        assertThat(RunState.read(home)).isEmpty();
    }

    @Test
    void the_lock_is_had_once_and_the_second_hears_who_has_it() {
        Home home = created();
        state().write(home);
        HomeLock first = HomeLock.take(home);
        assertThatThrownBy(() -> HomeLock.take(home))
                .isInstanceOf(Failure.class)
                .hasMessageContaining(home.path().toString())
                .hasMessageContaining("http://127.0.0.1:9080")
                .hasMessageContaining("4711");
        first.close();
        HomeLock.take(home).close();
    }

    private Home created() {
        Home home = new Home(folder.resolve("home"));
        home.create();
        return home;
    }

    private static RunState state() {
        return new RunState(
                4711,
                "http://127.0.0.1:9080",
                "http://127.0.0.1:9081",
                "http://127.0.0.1:9082",
                Instant.parse("2026-01-02T03:04:05.678Z"),
                Map.of("sources", 12L, "events", 13L));
    }
}
