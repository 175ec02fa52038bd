package org.parley.extraction.attribution;

import java.util.ArrayList;
import java.util.List;
import org.parley.extraction.Span;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;

/** A statement while the rules are still at work on it: who says what by which words. Offsets count in the article's text. */
public final class Attribution {

    final ParsedSentence sentence;
    /** The word that carries the saying; null where only the layout does. */
    final Word verb;

    final String rule;
    final String lemma;
    final CueClass type;
    Span cue;
    Word head;
    Span source;
    List<Span> content;
    Span via;
    Word hearer;
    boolean negated;
    boolean absent;
    double certainty;

    Attribution(
            ParsedSentence sentence,
            Word verb,
            String lemma,
            CueClass type,
            Span cue,
            Word head,
            Span source,
            List<Span> content,
            String rule,
            double certainty) {
        this.sentence = sentence;
        this.verb = verb;
        this.lemma = lemma;
        this.type = type;
        this.cue = cue;
        this.head = head;
        this.source = source;
        this.content = new ArrayList<>(content);
        this.rule = rule;
        this.certainty = certainty;
    }

    /** The same speaker goes on: a statement of its own that no word of saying introduces. */
    Attribution continued(ParsedSentence where, Span content, String rule, double certainty) {
        Attribution next =
                new Attribution(where, null, null, CueClass.SAY, null, head, source, List.of(content), rule, certainty);
        next.via = via;
        return next;
    }

    /** The same saying with another content. */
    Attribution with(Span other, String otherRule) {
        Attribution made =
                new Attribution(sentence, verb, lemma, type, cue, head, source, List.of(other), otherRule, certainty);
        made.via = via;
        made.hearer = hearer;
        made.negated = negated;
        made.absent = absent;
        return made;
    }

    public ParsedSentence sentence() {
        return sentence;
    }

    public Word verb() {
        return verb;
    }

    public String lemma() {
        return lemma;
    }

    public CueClass type() {
        return type;
    }

    public Span cue() {
        return cue;
    }

    /** Head word of the speaker's noun phrase, or null. */
    public Word head() {
        return head;
    }

    public Span source() {
        return source;
    }

    public List<Span> content() {
        return content;
    }

    public Span via() {
        return via;
    }

    public Word hearer() {
        return hearer;
    }

    public boolean negated() {
        return negated;
    }

    public boolean absent() {
        return absent;
    }

    public String rule() {
        return rule;
    }

    /** How surely its cue is one of saying, from 0 to 1; the rule apart. */
    public double certainty() {
        return certainty;
    }

    /** Where it stands among the others. */
    public int place() {
        return cue != null ? cue.start() : content.get(0).start();
    }

    /** Rests on an object or infinitive alone: weaker than a clause or a quotation. */
    boolean isBare() {
        return rule.equals("object") || rule.equals("infinitive");
    }

    int size() {
        return content.stream().mapToInt(Span::length).sum();
    }

    int shared(Attribution other) {
        int shared = 0;
        for (Span mine : content) {
            for (Span theirs : other.content) {
                shared += mine.intersection(theirs);
            }
        }
        return shared;
    }
}
