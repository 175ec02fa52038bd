package org.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ParleyTest {

    @Test
    void without_a_command_it_is_up() {
        assertThat(Parley.withDefault(new String[0])).containsExactly("up");
        assertThat(Parley.withDefault(new String[] {"--no-samples"})).containsExactly("up", "--no-samples");
        assertThat(Parley.withDefault(new String[] {"status"})).containsExactly("status");
        assertThat(Parley.withDefault(new String[] {"--help"})).containsExactly("--help");
    }

    @Test
    void every_command_explains_itself() {
        Map<String, CommandLine> commands = Parley.commandLine().getSubcommands();
        assertThat(commands.keySet())
                .containsExactlyInAnyOrder(
                        "up", "import", "extract", "evaluate", "export", "status", "key", "archive", "help");
        commands.forEach(
                (name, command) -> assertThat(command.getUsageMessage()).contains("./parley " + name));
    }

    @Test
    void a_command_of_the_build_is_not_offered_to_people() {
        assertThat(Parley.commandLine().getUsageMessage()).contains("  status ").doesNotContain("  archive ");
    }

    @Test
    void a_word_that_is_no_command_is_a_mistake_of_usage() {
        StringWriter said = new StringWriter();
        int code = Parley.commandLine().setErr(new PrintWriter(said)).execute("improt", "x.txt");
        assertThat(code).isEqualTo(2);
        assertThat(said.toString()).contains("improt").contains("import");
    }
}
