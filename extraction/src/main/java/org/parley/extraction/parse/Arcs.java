package org.parley.extraction.parse;

import java.util.Locale;

/** A parsed sentence's arcs by names, so that they can be put right. Tokens are 1 to {@link #size}. */
final class Arcs {

    private final State tree;
    private final Model model;
    private final Lemmatizer lemmatizer;

    Arcs(State tree, Model model, Lemmatizer lemmatizer) {
        this.tree = tree;
        this.model = model;
        this.lemmatizer = lemmatizer;
    }

    int size() {
        return tree.sentence.n;
    }

    private boolean has(int i) {
        return i >= 1 && i <= tree.sentence.n;
    }

    /** In lower case; empty beyond the sentence. */
    String form(int i) {
        return has(i) ? tree.sentence.tokens.get(i - 1).form().toLowerCase(Locale.ROOT) : "";
    }

    String tag(int i) {
        return has(i) ? model.tags().get(tree.tags[i]) : "";
    }

    String lemma(int i) {
        String form = form(i);
        return lemmatizer.lemma(form, form, tag(i));
    }

    /** The word this one hangs on; 0 for the root's. */
    int head(int i) {
        return has(i) && has(tree.head[i]) ? tree.head[i] : 0;
    }

    boolean is(int i, String... relations) {
        if (has(i) && head(i) > 0) {
            String own = model.relations().get(tree.label[i]);
            for (String relation : relations) {
                if (own.equals(relation)) {
                    return true;
                }
            }
        }
        return false;
    }

    boolean isNoun(int i) {
        return tag(i).startsWith("NN");
    }

    boolean isVerb(int i) {
        return tag(i).startsWith("VB");
    }

    boolean isSubject(int i) {
        return is(i, "nsubj", "nsubjpass");
    }

    /** Whether a word has a subject before it. */
    boolean hasSubject(int verb) {
        for (int i = 1; i < verb; i++) {
            if (head(i) == verb && isSubject(i)) {
                return true;
            }
        }
        return false;
    }

    boolean isBelow(int i, int above) {
        for (int at = head(i); at > 0; at = head(at)) {
            if (at == above) {
                return true;
            }
        }
        return false;
    }

    void hang(int i, int head, String relation) {
        tree.head[i] = head;
        tree.label[i] = model.relations().indexOf(relation);
    }

    /** Hangs it elsewhere, as what it was. */
    void rehang(int i, int head) {
        tree.head[i] = head;
    }

    /** Takes the place in the tree that another word has. */
    void replace(int i, int other) {
        tree.head[i] = tree.head[other];
        tree.label[i] = tree.label[other];
    }

    void retag(int i, String tag) {
        tree.tags[i] = model.tags().indexOf(tag);
    }
}
