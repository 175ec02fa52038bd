package org.parley.extraction.parse;

import java.util.ArrayList;
import java.util.List;
import org.parley.extraction.text.Token;

/** An example as numbers, tokens 1 to n. */
final class Lesson {

    final Encoded encoded;
    final int[] tags;
    final int[] heads;
    final int[] relations;
    /** Null where the example has no names. */
    final int[] labels;
    /** Tags as a tagger that had not seen the sentence would give them. */
    int[] guessedTags;

    Lesson(Example x, List<String> tagNames, List<String> relationNames) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        for (String form : x.forms()) {
            tokens.add(new Token(at, at + form.length(), form));
            at += form.length() + 1;
        }
        encoded = new Encoded(tokens);
        int n = x.size();
        tags = Tagger.blank(encoded);
        heads = new int[n + 2];
        relations = new int[n + 2];
        labels = x.labels() == null ? null : new int[n + 2];
        for (int i = 1; i <= n; i++) {
            tags[i] = tagNames.indexOf(x.tags()[i - 1]);
            heads[i] = x.heads()[i - 1] == 0 ? n + 1 : x.heads()[i - 1];
            relations[i] = relationNames.indexOf(x.relations()[i - 1]);
            if (labels != null) {
                labels[i] = label(x.labels()[i - 1]);
            }
        }
    }

    private static int label(String name) {
        if (name.equals("O")) {
            return NameTagger.OUTSIDE;
        }
        EntityType type = switch (name.substring(2)) {
            case "PRODUCT", "WORK_OF_ART", "LAW", "LANGUAGE" -> EntityType.MISC;
            default -> EntityType.valueOf(name.substring(2));
        };
        return name.startsWith("B-") ? NameTagger.begin(type) : NameTagger.inside(type);
    }
}
