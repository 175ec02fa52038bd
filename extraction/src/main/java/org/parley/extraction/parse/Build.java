package org.parley.extraction.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.parley.extraction.text.Token;

/** Makes words and entities out of the numbers the parser works with. */
final class Build {

    private final String text;
    private final Model model;
    private final Lemmatizer lemmatizer;

    Build(String text, Model model, Lemmatizer lemmatizer) {
        this.text = text;
        this.model = model;
        this.lemmatizer = lemmatizer;
    }

    ParsedSentence sentence(int index, State tree, int[] labels) {
        List<Word> words = new ArrayList<>();
        int n = tree.sentence.n;
        for (int i = 1; i <= n; i++) {
            words.add(word(tree, i));
        }
        for (int i = 1; i <= n; i++) {
            if (tree.head[i] <= n) {
                words.get(i - 1).hangOn(words.get(tree.head[i] - 1));
            }
        }
        for (int i = 1; i <= n; i++) {
            if (labels[i] == NameTagger.OUTSIDE) {
                continue;
            }
            int end = i + 1;
            while (end <= n && NameTagger.isInside(labels[end])) {
                end++;
            }
            List<Word> part = words.subList(i - 1, end - 1);
            String form = text.substring(
                    part.get(0).start(), part.get(part.size() - 1).end());
            Entity entity = new Entity(NameTagger.type(labels[i]), part, form);
            part.forEach(w -> w.partOf(entity));
            i = end - 1;
        }
        return new ParsedSentence(index, words);
    }

    private Word word(State tree, int i) {
        Token t = tree.sentence.tokens.get(i - 1);
        String tag = model.tags().get(tree.tags[i]);
        String lower = t.form().toLowerCase(Locale.ROOT).replace('\u2019', '\'').replace('\u2018', '\'');
        String relation =
                tree.head[i] > tree.sentence.n ? "root" : model.relations().get(tree.label[i]);
        return new Word(
                i - 1, t.start(), t.end(), t.form(), lower, lemmatizer.lemma(t.form(), lower, tag), tag, relation);
    }
}
