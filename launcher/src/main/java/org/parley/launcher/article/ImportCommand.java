package org.parley.launcher.article;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.parley.launcher.Failure;
import org.parley.launcher.Terminal;
import org.parley.launcher.client.SuiteClient;
import org.parley.launcher.home.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        addMethodSubcommands = false,
        description = {
            "Bring articles into the running suite and say what became of each: stored, new version, unchanged, refused (why).",
            "The same files can be imported again: what has not changed is recognised."
        },
        footer = {
            "",
            "A .txt file is the text of one article. A .json file is one object with the members id, outlet, url, headline, byline, published, retrieved, language, text; all but text may be left out. A .jsonl file has such an object on each line; a broken line is refused by its number and the others are stored. An .html file is a page: its text, headline, byline and date are found.",
            "",
            "Exit code: 0 when nothing was refused, 1 when something was."
        })
public final class ImportCommand implements Callable<Integer> {

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "files (.txt .json .jsonl .html), and folders of them")
    private List<Path> paths;

    private final Map<Fate.Kind, Integer> counts = new EnumMap<>(Fate.Kind.class);

    @Override
    public Integer call() {
        ImportPlan plan = ImportPlan.of(paths);
        SuiteClient suite = SuiteClient.of(Home.of(System.getenv()));
        plan.refused().forEach(this::tell);
        try (ProgressBar bar = bar(plan)) {
            LongConsumer progress = bar == null ? bytes -> {} : bar::stepBy;
            Upload upload = new Upload(suite, this::tell, progress);
            plan.files().forEach(upload::send);
        } finally {
            Terminal.say(summary());
        }
        if (plan.passedOver() > 0) {
            Terminal.say(plan.passedOver() + " files of other kinds in the folders were passed over.");
        }
        if (counts.isEmpty()) {
            throw new Failure("There is nothing to import there.");
        }
        return counts.containsKey(Fate.Kind.REFUSED) ? 1 : 0;
    }

    private void tell(Fate fate) {
        counts.merge(fate.kind(), 1, Integer::sum);
        // On a terminal the bar stands in the line: clear it first, it is drawn again below.
        Terminal.say((Terminal.isTerminal() ? "\r\033[2K" : "") + fate.line());
    }

    private static ProgressBar bar(ImportPlan plan) {
        if (!Terminal.isTerminal() || plan.files().isEmpty()) {
            return null;
        }
        return new ProgressBarBuilder()
                .setTaskName("import")
                .setInitialMax(plan.bytes())
                .setUnit(" kB", 1000)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .build();
    }

    private String summary() {
        String each = counts.entrySet().stream()
                .map(e -> e.getValue() + " " + e.getKey().words())
                .collect(Collectors.joining(", "));
        return each.isEmpty() ? "no articles" : each;
    }
}
