package org.parley.launcher.extract;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.parley.extraction.Engine;
import org.parley.launcher.Failure;
import org.parley.launcher.Terminal;
import org.parley.launcher.home.PrivateFiles;
import org.parley.launcher.lines.JsonLine;
import org.parley.launcher.lines.LineReader;
import org.parley.launcher.lines.LineReader.Line;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "extract",
        addMethodSubcommands = false,
        description = "Find who says what in articles, offline: without server and database.",
        footer = {
            "",
            "Reads JSON Lines, an article on each: {\"id\", \"title\"?, \"text\", \"published\"?, \"language\"?}. Writes the same lines, in the same order, with \"quotes\" and \"proposals\" added; \"quotes\" and \"ignore\" that are there already are dropped. Offsets count UTF-16 code units of \"text\", end exclusive. What the text does not say is left out.",
            "",
            "A line that cannot be used is named on standard error and left out; the others are done. Exit code: 0, or 1 when a line was left out."
        })
public final class ExtractCommand implements Callable<Integer> {

    private static final int LONGEST_LINE = 16_000_000;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "file to read; standard input without it, or for -")
    private Path file;

    @Option(names = "--threads", paramLabel = "N", description = "articles worked on at once (default: one a core)")
    private int threads = Runtime.getRuntime().availableProcessors();

    private int leftOut;

    @Override
    public Integer call() throws InterruptedException {
        if (threads < 1) {
            throw new Failure("--threads must be 1 or more.", 2);
        }
        try (LineReader lines = new LineReader(open(), LONGEST_LINE)) {
            run(lines, new LineExtraction(Engine.load()));
        } catch (IOException e) {
            throw new Failure(
                    "Cannot read " + (file == null ? "standard input" : file) + ": " + PrivateFiles.reason(e), e);
        }
        return leftOut == 0 ? 0 : 1;
    }

    private void run(LineReader lines, LineExtraction extraction) throws IOException, InterruptedException {
        PrintStream out = Terminal.out();
        try (InOrder<Result> work = new InOrder<>(threads, result -> write(result, out))) {
            for (Line line = lines.next(); line != null; line = lines.next()) {
                Line each = line;
                if (!each.isBlank()) {
                    work.add(() -> result(each, extraction));
                }
            }
            work.finish();
        }
        out.flush();
    }

    private static Result result(Line line, LineExtraction extraction) {
        try {
            return new Result(line.number(), JsonLine.write(extraction.on(JsonLine.object(line))), null);
        } catch (IllegalArgumentException e) {
            return new Result(line.number(), null, e.getMessage());
        }
    }

    private void write(Result result, PrintStream out) {
        if (result.fault() == null) {
            out.println(result.json());
            if (out.checkError()) {
                throw new Failure("Nobody reads the output any more.");
            }
        } else {
            leftOut++;
            Terminal.complain("line " + result.line() + ": " + result.fault());
        }
    }

    private InputStream open() throws IOException {
        return file == null || file.toString().equals("-")
                ? new FileInputStream(FileDescriptor.in)
                : Files.newInputStream(file);
    }

    private record Result(int line, String json, String fault) {}
}
