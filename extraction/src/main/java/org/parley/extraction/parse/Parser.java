package org.parley.extraction.parse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.parley.extraction.Span;
import org.parley.extraction.names.Gazetteers;
import org.parley.extraction.text.Sentence;
import org.parley.extraction.text.Sentences;

/**
 * Reads English text into sentences with tags, lemmas, dependency trees and names. Holds some 60 MB of tables, is immutable and may be used by
 * many threads at once.
 */
public final class Parser {

    private static final String MODEL = "/org/parley/extraction/parse/english.model.gz";

    private final Model model;
    private final Tagger tagger;
    private final TreeParser trees;
    private final NameTagger names;
    private final Lemmatizer lemmatizer;

    Parser(Model model, Gazetteers gazetteers) {
        this.model = model;
        tagger = new Tagger(model.tagger());
        trees = new TreeParser(model.moves(), model.labels());
        names = new NameTagger(model.names(), new NameLists(gazetteers), model.tags());
        lemmatizer = Lemmatizer.load();
    }

    /** Loads model and gazetteers from the class path; takes about a second. */
    public static Parser load() {
        return load(Gazetteers.load());
    }

    /** Loads the model; {@code gazetteers} are those the rules use too. */
    public static Parser load(Gazetteers gazetteers) {
        try (InputStream in = Parser.class.getResourceAsStream(MODEL)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + MODEL);
            }
            return new Parser(Model.read(in), gazetteers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the model was trained on and under which licences. */
    public String notice() {
        return model.notice();
    }

    /** Parses all of {@code text}; time grows in proportion to its length. */
    public Parsed parse(String text) {
        return parse(text, text.isEmpty() ? List.of() : List.of(new Span(0, text.length())));
    }

    /**
     * Parses the parts of {@code text} that are prose, and only those; names are remembered from one to the next.
     *
     * @param prose in order, not overlapping; no sentence runs over the end of one
     */
    public Parsed parse(String text, List<Span> prose) {
        List<Sentence> sentences = new ArrayList<>();
        for (Span s : prose) {
            sentences.addAll(Sentences.of(text, s.start(), s.end()));
        }
        Features f = new Features();
        List<Encoded> encoded =
                sentences.stream().map(s -> new Encoded(s.tokens())).toList();
        List<int[]> tags = encoded.stream().map(e -> tagger.tag(e, f)).toList();
        List<int[]> labels = names.label(encoded, tags, f);
        Build build = new Build(text, model, lemmatizer);
        List<ParsedSentence> out = new ArrayList<>();
        for (int s = 0; s < encoded.size(); s++) {
            State tree = trees.parse(encoded.get(s), tags.get(s), f);
            TreeRepair.tidy(new Arcs(tree, model, lemmatizer));
            out.add(build.sentence(s, tree, labels.get(s)));
        }
        return new Parsed(text, out);
    }
}
