package org.parley.extraction.parse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.parley.extraction.Span;

/**
 * A token in its sentence's tree. Tags are those of the Penn treebank; relations are ClearNLP's (nsubj, nsubjpass, dobj, dative, ccomp, xcomp,
 * advcl, relcl, acl, prep, pobj, pcomp, agent, poss, appos, attr, acomp, aux, auxpass, neg, mark, cc, conj, compound, nmod, det, npadvmod,
 * prt, punct, root ...). Verbs and prepositions are heads.
 */
public final class Word {

    private final int index;
    private final int start;
    private final int end;
    private final String form;
    private final String lower;
    private final String lemma;
    private final String tag;
    private final String relation;
    private Word head;
    private Entity entity;
    private final List<Word> kids = new ArrayList<>(4);

    Word(int index, int start, int end, String form, String lower, String lemma, String tag, String relation) {
        this.index = index;
        this.start = start;
        this.end = end;
        this.form = form;
        this.lower = lower;
        this.lemma = lemma;
        this.tag = tag;
        this.relation = relation;
    }

    void hangOn(Word parent) {
        head = parent;
        parent.kids.add(this);
    }

    void partOf(Entity e) {
        entity = e;
    }

    /** Place in its sentence, from 0. */
    public int index() {
        return index;
    }

    public int start() {
        return start;
    }

    public int end() {
        return end;
    }

    public Span span() {
        return new Span(start, end);
    }

    public String form() {
        return form;
    }

    /** In lower case, with a straight apostrophe for a curly one. */
    public String lower() {
        return lower;
    }

    /** Lower case, but for proper nouns, which stay as they are. */
    public String lemma() {
        return lemma;
    }

    public String tag() {
        return tag;
    }

    /** Relation to the head; "root" without one. */
    public String relation() {
        return relation;
    }

    /** Null for a root. */
    public Word head() {
        return head;
    }

    /** What hangs on this word, in the order of the text. */
    public List<Word> kids() {
        return Collections.unmodifiableList(kids);
    }

    /** The name, date or figure it is part of, or null. */
    public Entity entity() {
        return entity;
    }

    /** Null outside entities. */
    public EntityType entityType() {
        return entity == null ? null : entity.type();
    }

    public boolean is(EntityType type) {
        return entity != null && entity.type() == type;
    }

    public boolean isVerb() {
        return tag.startsWith("VB");
    }

    public boolean isNoun() {
        return tag.startsWith("NN");
    }

    public boolean isProperNoun() {
        return tag.startsWith("NNP");
    }

    public boolean isPronoun() {
        return tag.startsWith("PRP") || tag.startsWith("WP");
    }

    public boolean isPunctuation() {
        return (!tag.isEmpty() && !Character.isLetter(tag.charAt(0)) && !tag.equals("$")) || tag.equals("HYPH");
    }

    public boolean hasRelation(String... any) {
        for (String r : any) {
            if (relation.equals(r)) {
                return true;
            }
        }
        return false;
    }

    /** The first kid with one of these relations, or null. */
    public Word kid(String... relations) {
        for (Word k : kids) {
            if (k.hasRelation(relations)) {
                return k;
            }
        }
        return null;
    }

    /** All kids with one of these relations, in order. */
    public List<Word> kids(String... relations) {
        return kids.stream().filter(k -> k.hasRelation(relations)).toList();
    }

    /** This word and everything below it, in the order of the text. */
    public List<Word> subtree() {
        List<Word> out = new ArrayList<>();
        out.add(this);
        for (int i = 0; i < out.size(); i++) {
            out.addAll(out.get(i).kids);
        }
        out.sort(Comparator.comparingInt(Word::index));
        return out;
    }

    /** From the first to the last character of the subtree. */
    public Span subtreeSpan() {
        List<Word> all = subtree();
        return new Span(all.get(0).start, all.get(all.size() - 1).end);
    }

    /** Whether {@code other} is this word or above it. */
    public boolean isBelow(Word other) {
        for (Word w = this; w != null; w = w.head) {
            if (w == other) {
                return true;
            }
        }
        return false;
    }

    /** Heads from the nearest to the root. */
    public List<Word> ancestors() {
        List<Word> out = new ArrayList<>();
        for (Word w = head; w != null; w = w.head) {
            out.add(w);
        }
        return out;
    }

    @Override
    public String toString() {
        return form + "/" + tag + "/" + relation;
    }
}
