package org.parley.launcher.evaluate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.parley.launcher.Failure;
import org.parley.launcher.home.PrivateFiles;
import org.parley.launcher.lines.JsonLine;
import org.parley.launcher.lines.LineReader;
import org.parley.launcher.lines.LineReader.Line;

/** Reads a gold or prediction file. A file that is to be judged, or to judge by, is used whole or not at all. */
final class QuotedArticles {

    private static final int LONGEST_LINE = 64_000_000;

    private QuotedArticles() {}

    /**
     * The articles by id.
     *
     * @param change what is done to each line before it is read, such as predicting it
     */
    static Map<String, QuotedArticle> read(Path file, UnaryOperator<ObjectNode> change) {
        Map<String, QuotedArticle> articles = new TreeMap<>();
        try (LineReader lines = new LineReader(Files.newInputStream(file), LONGEST_LINE)) {
            for (Line line = lines.next(); line != null; line = lines.next()) {
                if (!line.isBlank()) {
                    add(articles, file, line, change);
                }
            }
            return articles;
        } catch (IOException e) {
            throw new Failure("Cannot read " + file + ": " + PrivateFiles.reason(e), e);
        }
    }

    private static void add(
            Map<String, QuotedArticle> articles, Path file, Line line, UnaryOperator<ObjectNode> change) {
        try {
            QuotedArticle article = QuotedArticle.of(change.apply(JsonLine.object(line)));
            if (articles.put(article.id(), article) != null) {
                throw new IllegalArgumentException("the id \"" + article.id() + "\" stands twice");
            }
        } catch (IllegalArgumentException e) {
            throw new Failure(file + " line " + line.number() + ": " + e.getMessage(), e);
        }
    }
}
