package org.parley.launcher.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.parley.extraction.Engine;
import org.parley.launcher.extract.LineExtraction;

/**
 * Extraction does not get worse: over the sets together no figure falls below the recorded one by more than its noise. A single set is too
 * small to tell. Writes the tables to {@code target/quality}.
 */
class QualityGateTest {

    private static final Path GOLD = Path.of("..", "evaluation");
    private static final Path OUT = Path.of("target", "quality");

    private static LineExtraction extraction;

    @BeforeAll
    static void load() throws IOException {
        extraction = new LineExtraction(Engine.load());
        Files.createDirectories(OUT);
    }

    @Test
    void on_the_dossiers() throws IOException {
        gate("dossiers", List.of(GOLD.resolve("dossier-a.jsonl"), GOLD.resolve("dossier-b.jsonl")));
    }

    @Test
    void on_the_reports() throws IOException {
        gate("reports", List.of(GOLD.resolve("reports.jsonl")));
    }

    @Test
    @EnabledIfSystemProperty(named = "parley.eval.dir", matches = ".+")
    void on_the_dossiers_and_news() throws IOException {
        Path news = Path.of(System.getProperty("parley.eval.dir"), "eval", "quotes", "gum-news.dev.jsonl");
        Summary alone = judge(List.of(news));
        Files.writeString(OUT.resolve("news.txt"), alone.table());
        gate("all", List.of(GOLD.resolve("dossier-a.jsonl"), GOLD.resolve("dossier-b.jsonl"), news));
    }

    private static void gate(String name, List<Path> files) throws IOException {
        Summary summary = judge(files);
        Files.writeString(OUT.resolve(name + ".txt"), summary.table());
        Properties recorded = new Properties();
        try (Reader reader = Files.newBufferedReader(GOLD.resolve("recorded.properties"))) {
            recorded.load(reader);
        }
        Map<String, Double> least = new TreeMap<>();
        recorded.stringPropertyNames().stream()
                .filter(key -> key.startsWith(name + "."))
                .forEach(key -> least.put(key.substring(name.length() + 1), floor(recorded.getProperty(key))));
        assertThat(least).isNotEmpty();
        least.forEach(
                (figure, floor) -> assertThat(value(summary, figure)).as(figure).isGreaterThanOrEqualTo(floor));
    }

    /** Of "90.5 2.0": the figure less its noise. */
    private static double floor(String recorded) {
        int space = recorded.indexOf(' ');
        return Double.parseDouble(recorded.substring(0, space)) - Double.parseDouble(recorded.substring(space + 1));
    }

    private static double value(Summary summary, String figure) {
        Object found = summary.figures().get(figure);
        return found instanceof Summary.Accuracy share
                ? 100 * share.accuracy()
                : 100 * summary.figure(figure).f1();
    }

    private static Summary judge(List<Path> files) {
        Map<String, QuotedArticle> gold = new TreeMap<>();
        Map<String, QuotedArticle> found = new TreeMap<>();
        for (Path file : files) {
            gold.putAll(QuotedArticles.read(file, UnaryOperator.identity()));
            found.putAll(QuotedArticles.read(file, extraction::on));
        }
        return Evaluation.of(gold, found);
    }
}
