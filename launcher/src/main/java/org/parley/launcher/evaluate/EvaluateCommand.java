package org.parley.launcher.evaluate;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.parley.extraction.Engine;
import org.parley.launcher.Failure;
import org.parley.launcher.Terminal;
import org.parley.launcher.extract.LineExtraction;
import org.parley.launcher.home.PrivateFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "evaluate",
        addMethodSubcommands = false,
        description =
                "Compare what is found in articles with a gold file: precision, recall and F1 by form, speaker, end to end.",
        footer = {
            "",
            "Both files are JSON Lines as ./parley extract writes them. Without PREDICTED the gold's texts are extracted now.",
            "",
            "  exact      the same characters, apart from marks and outer punctuation",
            "  iou        intersection over union at least 0.5; forms, speakers and",
            "             cues are judged on these pairs",
            "  cover      the prediction covers more than 0.3 or 0.8 of the gold",
            "  chars      characters of all quotations, whatever their borders",
            "  e2e        right only if the speaker is right too: the mention, or the",
            "             person it is resolved to",
            "  detail     role, date, channel, place, addressee of what was found;",
            "             only where the gold says \"details\": true, as stance and act",
            "  stance     of four values: support, conditional, oppose, neutral",
            "  traps      passages the gold marks as no statement, left alone",
            "  confidence how often rows of that level have content and speaker right",
            "  [low, high] where 95 of 100 draws of as many articles lie",
            "",
            "Gold that is marked as thought, evidence or nested, and passages to ignore, neither earn nor cost anything."
        })
public final class EvaluateCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "GOLD.jsonl", description = "what is right")
    private Path gold;

    @Parameters(index = "1", arity = "0..1", paramLabel = "PREDICTED.jsonl", description = "what was found")
    private Path predicted;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "also write the figures, as fractions of 1, to this file")
    private Path json;

    @Option(
            names = "--speed",
            paramLabel = "SECONDS",
            description =
                    "instead of comparing, read the gold's texts for so long, and print what loading and reading cost")
    private Double speed;

    @Override
    public Integer call() {
        Map<String, QuotedArticle> right = QuotedArticles.read(gold, UnaryOperator.identity());
        right.values().stream()
                .filter(article -> article.text() == null)
                .findFirst()
                .ifPresent(article -> {
                    throw new Failure(gold + ": article " + article.id() + " has no \"text\".");
                });
        if (speed != null) {
            List<String> texts =
                    right.values().stream().map(QuotedArticle::text).toList();
            Terminal.say(Speed.of(Engine::load, texts, speed).line());
            return 0;
        }
        Map<String, QuotedArticle> given = predicted == null
                ? QuotedArticles.read(gold, new LineExtraction(Engine.load())::on)
                : QuotedArticles.read(predicted, UnaryOperator.identity());
        given.keySet().stream()
                .filter(id -> !right.containsKey(id))
                .findFirst()
                .ifPresent(id -> Terminal.complain(
                        "Warning: predicted articles that the gold does not have are left out, such as " + id));
        Summary summary = Evaluation.of(right, given);
        Terminal.say(summary.table());
        if (json != null) {
            write(summary);
        }
        return 0;
    }

    private void write(Summary summary) {
        try {
            JsonMapper mapper = JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();
            Files.writeString(json, mapper.writeValueAsString(Map.of("summary", summary.figures())) + "\n");
        } catch (IOException e) {
            throw new Failure("Cannot write " + json + ": " + PrivateFiles.reason(e), e);
        }
    }
}
