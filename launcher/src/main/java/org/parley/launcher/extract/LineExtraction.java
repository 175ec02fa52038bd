package org.parley.launcher.extract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.parley.extraction.ArticleText;
import org.parley.extraction.Engine;
import org.parley.extraction.Extraction;

/** Lays what the engine finds on an article's line. */
public final class LineExtraction {

    private final Engine engine;

    public LineExtraction(Engine engine) {
        this.engine = engine;
    }

    /** Changes the line; an exception that names the member when the line is no article. */
    public ObjectNode on(ObjectNode line) {
        // What is there may be the gold: it must neither help nor come out again as if it had been found.
        line.remove(List.of("quotes", "ignore", "proposals", "extraction"));
        ArticleText article = ArticleLine.of(line);
        Extraction found = engine.extract(article);
        Quotes quotes = new Quotes(article.text());
        line.set("quotes", quotes.of(found));
        line.set("proposals", quotes.proposals(found));
        line.putObject("extraction")
                .put("engine", engine.version())
                .put("language", found.language())
                .put("extracted", found.extracted());
        return line;
    }
}
