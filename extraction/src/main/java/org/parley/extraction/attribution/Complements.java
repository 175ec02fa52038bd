package org.parley.extraction.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.parley.extraction.Span;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;
import org.parley.extraction.syntax.Clauses;

/** Finds what a cue verb says. */
final class Complements {

    /** A content and the rule that found it. */
    record Found(List<Span> spans, String rule, Word hearer, boolean infinitive) {
        Found(List<Span> spans, String rule, Word hearer) {
            this(spans, rule, hearer, false);
        }
    }

    private static final Set<String> OBJECTS = Set.of("dobj", "prep", "acomp", "oprd", "attr");

    private static final Set<String> RELATIVE = Set.of("which", "who", "whose", "whom", "where");

    private static final Set<String> PARTS = Set.of("aside", "off", "away", "down");

    private final Article article;
    private final CueTable cues;
    private final Speakers speakers;
    private final QuotedComplements quoted;

    Complements(Article article, CueTable cues, Speakers speakers) {
        this.article = article;
        this.cues = cues;
        this.speakers = speakers;
        this.quoted = new QuotedComplements(article, cues);
    }

    /** The content of a cue verb, or null. */
    Found of(Word verb, Cue cue, Word source, ParsedSentence sentence) {
        List<Word> clauses = clauses(verb, source, sentence);
        if (cue.clause() == Cue.Clause.QUOTE || (cue.clause() == Cue.Clause.NO && cue.object() == Cue.Argument.NO)) {
            clauses = List.of();
        }
        if (clauses.isEmpty()
                && verb.hasRelation("parataxis")
                && verb.head() != null
                && source != null
                && !isSemicolonBetween(verb.head(), verb, sentence)) {
            return around(verb, source);
        }
        if (!clauses.isEmpty()) {
            return clause(verb, cue, source, sentence, clauses);
        }
        if (hasInfinitive(verb)) {
            return object(verb, cue);
        }
        if (cue.takesQuotation()) {
            Found quotation = quoted.of(verb, cue, sentence);
            if (quotation != null) {
                return quotation;
            }
        }
        return object(verb, cue);
    }

    static List<Word> clauses(Word verb, Word source, ParsedSentence sentence) {
        List<Word> clauses = new ArrayList<>();
        for (Word kid : verb.kids()) {
            if (kid == source || isAside(kid, verb) || isBeyondSemicolon(kid, verb, sentence)) {
                continue;
            }
            boolean loose = kid.hasRelation("parataxis", "dep")
                    && (kid.isVerb() || kid.tag().equals("MD"))
                    && Clauses.ownSubject(kid) != null;
            if (((kid.hasRelation("ccomp") && !isPurpose(kid)) || loose) && !isRemark(kid, verb)) {
                clauses.add(kid);
            }
        }
        // "called it fair, though he added that ...": what stands before is another's
        boolean that = verb.index() + 1 < sentence.size()
                && sentence.word(verb.index() + 1).lower().equals("that")
                && !sentence.word(verb.index() + 1).hasRelation("nsubj", "dobj");
        if (that && clauses.stream().anyMatch(c -> c.index() > verb.index())) {
            clauses.removeIf(c -> c.index() < verb.index());
        }
        return clauses;
    }

    /** "The mayor says no; she noted that ...": two sentences in one. */
    private static boolean isBeyondSemicolon(Word kid, Word verb, ParsedSentence sentence) {
        boolean that = kid.kids().stream().anyMatch(k -> k.lower().equals("that") && k.hasRelation("mark", "complm"));
        return !(that && kid.index() > verb.index()) && isSemicolonBetween(kid, verb, sentence);
    }

    private static boolean isSemicolonBetween(Word one, Word other, ParsedSentence sentence) {
        return sentence
                .words()
                .subList(Math.min(one.index(), other.index()), Math.max(one.index(), other.index()))
                .stream()
                .anyMatch(w -> w.form().equals(";"));
    }

    /** "The mayor, reached by telephone, said ...": a participle before the saying that the tree takes for what is said. */
    static boolean isAside(Word kid, Word verb) {
        return kid.hasRelation("ccomp")
                && kid.index() < verb.index()
                && kid.tag().equals("VBN")
                && kid.kid("aux", "auxpass") == null
                && Clauses.ownSubject(verb) == null
                && Clauses.ownSubject(kid) != null;
    }

    /** "noted the need for funds, which would help": a remark on what is said, not itself what is said. */
    private static boolean isRemark(Word clause, Word verb) {
        Word first = clause;
        for (Word word : clause.subtree()) {
            first = word.index() < first.index() && !word.isPunctuation() ? word : first;
        }
        int before = first.index() - 1;
        return RELATIVE.contains(first.lower())
                && before > verb.index() + 1
                && verb.subtree().stream()
                        .anyMatch(w -> w.index() == before && w.form().equals(","));
    }

    /** "so that ...": not what is said. */
    private static boolean isPurpose(Word clause) {
        return clause.kids().stream().anyMatch(k -> k.lower().equals("so") && k.index() < clause.index());
    }

    /** "asked them not to say 'no'", "denied having told": what is in quotation marks is only a part. */
    private static boolean hasInfinitive(Word verb) {
        for (Word kid : verb.kids()) {
            boolean gerund = kid.tag().equals("VBG") && kid.index() <= verb.index() + 2;
            if (kid.hasRelation("xcomp") && kid.index() > verb.index() && (Clauses.isInfinitive(kid) || gerund)) {
                return true;
            }
        }
        return false;
    }

    /** 'The plan, he said, is dead': "said" hangs on "dead". */
    private Found around(Word verb, Word source) {
        List<Word> own = source.subtree();
        own.addAll(verb.subtree());
        List<Word> rest = new ArrayList<>(verb.head().subtree());
        rest.removeAll(own);
        if (rest.isEmpty()) {
            return null;
        }
        List<Word> frame = new ArrayList<>(source.subtree());
        frame.add(verb);
        return new Found(without(Clauses.span(rest), Clauses.span(frame)), "around", null);
    }

    /** The complement clause, cut where cue and subject stand in it. */
    private Found clause(Word verb, Cue cue, Word source, ParsedSentence sentence, List<Word> clauses) {
        List<Word> words = new ArrayList<>();
        clauses.forEach(c -> words.addAll(c.subtree()));
        Span all = Clauses.span(words);
        List<Word> frame = new ArrayList<>();
        frame.add(verb);
        if (source != null && sentence.words().contains(source)) {
            frame.addAll(source.subtree());
            frame.removeIf(w -> clauses.stream().anyMatch(w::isBelow));
        }
        Word hearer = null;
        Word first = clauses.get(0);
        int start = all.start();
        Word told = Clauses.ownSubject(first);
        if (cue.object() == Cue.Argument.HEARER
                && told != null
                && Clauses.isInfinitive(first)
                && told.index() > verb.index()) {
            hearer = told; // "urged both sides | to sign"
            start = told.subtreeSpan().end();
        }
        for (Word kid : verb.kids()) {
            if (cue.object() == Cue.Argument.HEARER
                    && kid.hasRelation("dobj", "dative")
                    && kid.index() > verb.index()) {
                hearer = kid;
            }
        }
        if (hearer == null || cue.object() != Cue.Argument.HEARER) {
            start = fromSubject(first, verb, cue, start);
        }
        start = fromThat(first, start);
        if (start >= all.end()) {
            return null;
        }
        Span said = Clauses.span(frame);
        boolean infinitive = Clauses.isInfinitive(first) && clauses.size() == 1 && fromThat(first, -1) < 0;
        return new Found(goingOn(without(new Span(start, all.end()), said), said), "clause", hearer, infinitive);
    }

    /** Of a content cut in two by its saying the second half counts only after a comma: not "..., he said on condition of anonymity". */
    private List<Span> goingOn(List<Span> halves, Span said) {
        if (halves.size() < 2 || halves.get(0).start() > said.start()) {
            return halves;
        }
        String text = article.text();
        int at = said.end();
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        boolean comma = at < text.length()
                && (text.charAt(at) == ',' || text.charAt(at) == '\u2014' || text.charAt(at) == '\u2013');
        boolean quoted = at < text.length() && "\"\u201c\u2018".indexOf(text.charAt(at)) >= 0;
        return comma || quoted ? halves : halves.subList(0, 1);
    }

    /** "claiming the vote was rigged": where the tree takes the clause's subject for the verb's object. */
    private static int fromSubject(Word clause, Word verb, Cue cue, int start) {
        Word object = verb.kid("dobj");
        boolean finite = clause.tag().equals("VBD")
                || clause.tag().equals("VBZ")
                || clause.tag().equals("VBP")
                || clause.kid("aux", "auxpass") != null;
        boolean torn = object != null
                && cue.object() != Cue.Argument.HEARER
                && finite
                && !Clauses.isInfinitive(clause)
                && Clauses.ownSubject(clause) == null
                && object.index() > verb.index()
                && object.index() < clause.index();
        return torn ? Math.min(start, object.subtreeSpan().start()) : start;
    }

    /** What stands before "that" is a circumstance of the saying: "said on Monday that ...". */
    private int fromThat(Word clause, int start) {
        for (Word kid : clause.kids()) {
            if (kid.hasRelation("mark", "complm") && kid.lower().equals("that") && kid.index() < clause.index()) {
                return kid.start();
            }
        }
        return start;
    }

    /** An infinitive, else an object: "vowed to fight", "rejected the plan". */
    Found object(Word verb, Cue cue) {
        Word hearer = null;
        List<Word> infinitives = new ArrayList<>();
        List<Word> objects = new ArrayList<>();
        for (Word kid : verb.kids()) {
            if (kid.index() < verb.index()) {
                continue;
            }
            if (kid.hasRelation("xcomp") || Requests.isOrder(kid, verb, cue)) {
                infinitives.add(kid);
            } else if (OBJECTS.contains(kid.relation())) {
                if (cue.object() == Cue.Argument.HEARER && kid.hasRelation("dobj") && isHearer(kid, cue)) {
                    hearer = kid;
                } else {
                    objects.add(kid);
                }
            }
        }
        if (infinitives.isEmpty() && Requests.asksFor(verb, cue) != null) {
            objects = List.of(Requests.asksFor(verb, cue));
        }
        hearer = hearer == null && !infinitives.isEmpty() && Requests.isOrder(infinitives.get(0), verb, cue)
                ? Requests.calledOn(verb)
                : hearer;
        List<Word> said = infinitives.isEmpty() ? objects : infinitives;
        if (said.isEmpty()) {
            return null;
        }
        List<Word> words = new ArrayList<>();
        said.forEach(w -> words.addAll(w.subtree()));
        if (infinitives.isEmpty()) {
            Requests.toBeDone(verb, cue).forEach(w -> words.addAll(w.subtree()));
        }
        words.removeIf(w -> w.index() == verb.index() + 1 && isPart(w, cue));
        Word semicolon = words.stream()
                .filter(w -> w.form().equals(";") && !article.inQuotation(w))
                .min(Comparator.comparingInt(Word::index))
                .orElse(null);
        if (semicolon != null) {
            words.removeIf(w -> w.index() >= semicolon.index());
        }
        if (words.isEmpty()) {
            return null;
        }
        return new Found(List.of(Clauses.span(words)), infinitives.isEmpty() ? "object" : "infinitive", hearer);
    }

    /** "brushed | aside the complaint": of the saying, where "called | for a vote" tells what is wanted. */
    private static boolean isPart(Word word, Cue cue) {
        return PARTS.contains(word.lower()) && cue.lemma().endsWith(" " + word.lower());
    }

    private boolean isHearer(Word object, Cue cue) {
        return cue.type() != CueClass.DEMAND || speakers.isSomebody(object);
    }

    /** What is left of a span when a frame within it is taken out. */
    static List<Span> without(Span all, Span frame) {
        List<Span> left = new ArrayList<>();
        if (frame.start() > all.start()) {
            left.add(new Span(all.start(), Math.min(all.end(), frame.start())));
        }
        if (frame.end() < all.end()) {
            left.add(new Span(Math.max(all.start(), frame.end()), all.end()));
        }
        return left.isEmpty() ? List.of(all) : left;
    }
}
