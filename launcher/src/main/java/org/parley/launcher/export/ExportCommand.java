package org.parley.launcher.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.parley.launcher.Failure;
import org.parley.launcher.Terminal;
import org.parley.launcher.client.SuiteClient;
import org.parley.launcher.home.Home;
import org.parley.launcher.home.PrivateFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "export",
        addMethodSubcommands = false,
        description = "Write out what the running suite keeps.",
        footer = {
            "",
            "  statements   JSON Lines, a statement on each, with its receipts",
            "  annotations  the same as W3C Web Annotations",
            "  jsonld       the same as schema.org Quotations and Claims",
            "  record       one JSON document: articles, statements, proposals and how they",
            "               hang together"
        })
public final class ExportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "WHAT", description = "statements, annotations, jsonld or record")
    private What what;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "write to this file instead of standard output")
    private Path output;

    @Override
    public Integer call() {
        SuiteClient suite = SuiteClient.of(Home.of(System.getenv()));
        try (InputStream in = suite.stream(what.path)) {
            if (output == null) {
                copy(in, Terminal.out());
            } else {
                try (OutputStream out = Files.newOutputStream(output)) {
                    copy(in, out);
                }
            }
            return 0;
        } catch (IOException e) {
            throw new Failure("The export broke off: " + PrivateFiles.reason(e), e);
        }
    }

    private static void copy(InputStream in, OutputStream out) throws IOException {
        in.transferTo(out);
        out.flush();
    }

    /** Lower case: the names are what people type. */
    enum What {
        statements("/v1/statements/export"),
        annotations("/v1/statements/annotations"),
        jsonld("/v1/statements/jsonld"),
        record("/v1/record");

        private final String path;

        What(String path) {
            this.path = path;
        }
    }
}
