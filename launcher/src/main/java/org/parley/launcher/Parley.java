package org.parley.launcher;

import java.util.ArrayList;
import java.util.List;
import org.parley.launcher.article.ImportCommand;
import org.parley.launcher.evaluate.EvaluateCommand;
import org.parley.launcher.export.ExportCommand;
import org.parley.launcher.extract.ExtractCommand;
import org.parley.launcher.key.KeyCommand;
import org.parley.launcher.status.StatusCommand;
import org.parley.launcher.suite.ArchiveCommand;
import org.parley.launcher.suite.UpCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ScopeType;

/** The command line. */
@Command(
        name = "./parley",
        // Here and below: looking through a class for methods that are commands loads all that their signatures name.
        addMethodSubcommands = false,
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Parley.Version.class,
        description = {
            "Reads news about negotiations and keeps the record: who proposed what, who said what about it, and where it says so.",
            "Without a command: up. Help on a command: ./parley help COMMAND"
        },
        subcommands = {
            UpCommand.class,
            ImportCommand.class,
            ExtractCommand.class,
            EvaluateCommand.class,
            ExportCommand.class,
            StatusCommand.class,
            KeyCommand.class,
            ArchiveCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Parley {

    private Parley() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(withDefault(args)));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Parley()).setExecutionExceptionHandler((e, command, parsed) -> {
            if (e instanceof Failure failure) {
                Terminal.complain(failure.getMessage());
                return failure.exitCode();
            }
            throw e;
        });
    }

    /** {@code ./parley} and {@code ./parley --no-samples} mean {@code ./parley up ...}. */
    static String[] withDefault(String[] args) {
        boolean named = args.length > 0
                && (!args[0].startsWith("-")
                        || List.of("-h", "--help", "-V", "--version").contains(args[0]));
        if (named) {
            return args;
        }
        List<String> withUp = new ArrayList<>(List.of("up"));
        withUp.addAll(List.of(args));
        return withUp.toArray(String[]::new);
    }

    /** From the jar's manifest. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Parley.class.getPackage().getImplementationVersion();
            return new String[] {"parley " + (version == null ? "(not packaged)" : version)};
        }
    }
}
