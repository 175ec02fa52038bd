package org.parley.extraction.attribution;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.parley.extraction.Span;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;
import org.parley.extraction.syntax.Clauses;

/**
 * Verbs of saying with what they say: a clause, a quotation, an infinitive or an object. Rules {@code clause}, {@code quotation},
 * {@code around}, {@code infinitive} and {@code object}.
 */
final class CueVerbs {

    private static final Set<CueClass> WITH_INFINITIVE = EnumSet.of(
            CueClass.DEMAND,
            CueClass.ORDER,
            CueClass.PROMISE,
            CueClass.REJECT,
            CueClass.ASK,
            CueClass.PROPOSE,
            CueClass.WARN,
            CueClass.ACCEPT,
            CueClass.CLAIM);
    /** What is only named is told too: "rejected the plan"; but not "explained the plan". */
    private static final Set<CueClass> WITH_OBJECT = EnumSet.of(
            CueClass.DEMAND,
            CueClass.PROPOSE,
            CueClass.PROMISE,
            CueClass.DENY,
            CueClass.REJECT,
            CueClass.ACCEPT,
            CueClass.EVALUATE,
            CueClass.WARN);

    private static final Set<String> TELLING_OBJECT = Set.of(
            "express",
            "voice",
            "reiterate",
            "reaffirm",
            "stress",
            "emphasize",
            "emphasise",
            "confirm",
            "maintain",
            "highlight");
    /** Told of things as well as of people: "the move suggests", "the figures show". */
    private static final Set<String> ALSO_OF_THINGS = Set.of(
            "suggest",
            "indicate",
            "signal",
            "show",
            "demonstrate",
            "prove",
            "underscore",
            "underline",
            "highlight",
            "imply",
            "mean",
            "reveal",
            "confirm",
            "reflect",
            "require",
            "find",
            "reinforce",
            "illustrate",
            "hint",
            "read",
            "call",
            "offer",
            "threaten",
            "promise",
            "demand",
            "present",
            "document",
            "point to",
            "point out",
            "verify",
            "guarantee",
            "predict");

    private static final Set<String> QUESTION =
            Set.of("how", "why", "whether", "if", "about", "what", "when", "where", "who");

    /** A clause that begins so has its main part behind a comma. */
    private static final Set<String> BEFORE_MAIN_CLAUSE = Set.of(
            "when",
            "if",
            "while",
            "although",
            "though",
            "because",
            "after",
            "before",
            "once",
            "since",
            "unless",
            "until");

    private final CueTable cues;
    private final Sources sources;
    private final Speakers speakers;
    private final Parenthetical setOff;

    CueVerbs(CueTable cues, Sources sources, Speakers speakers) {
        this.cues = cues;
        this.sources = sources;
        this.speakers = speakers;
        this.setOff = new Parenthetical(sources, speakers);
    }

    /** The statement whose saying is set off by commas at this verb, or null. */
    Attribution setOff(Word verb, ParsedSentence sentence, Article article) {
        Cue cue = cues.verb(verb, sentence);
        if (cue == null || isAsked(verb, cue, sentence)) {
            return null;
        }
        Reality reality = Reality.of(verb, sentence);
        return reality == Reality.SAID ? setOff.at(verb, cue, sentence, article) : null;
    }

    /** The statement a verb makes, or null. */
    Attribution at(Word verb, ParsedSentence sentence, Article article) {
        Cue cue = cues.verb(verb, sentence);
        if (cue == null || !mayBeCue(verb, cue, sentence, article) || ViewAs.isCustom(verb)) {
            return null;
        }
        Reality reality = Reality.of(verb, sentence);
        if (reality == Reality.UNREAL) {
            return null;
        }
        Word head = outsideQuotation(sources.of(verb, sentence), verb, article);
        if (isAsked(verb, cue, sentence)) {
            return null;
        }
        boolean passive = Clauses.isPassive(verb);
        if (passive && (Clauses.agent(verb) == null || QuotedAs.isQuotedAs(verb))) {
            return null; // "it was said that": nobody; "was quoted by the Herald as saying": the saying is the cue
        }
        Complements.Found found = new Complements(article, cues, speakers).of(verb, cue, head, sentence);
        if (found == null
                || (!mayMean(verb, cue, found, head) && !isBodyGoingOn(head, cue, found, sentence, article))) {
            return null;
        }
        List<Span> content = Borders.tidy(fromThat(found, verb, sentence, article), article);
        content = beyondCue(content, verb, article);
        content = content.stream()
                .map(c -> Borders.afterCircumstance(c, verb.end(), article.text()))
                .toList();
        if (content.isEmpty()
                || (head == null
                        && !found.rule().equals("clause")
                        && !found.rule().equals("quotation"))
                || (head == null && cue.object() == Cue.Argument.TARGET)) {
            return null;
        }
        Span source = head == null ? null : Sources.phrase(head, verb, sentence, article);
        Attribution attribution = new Attribution(
                sentence,
                verb,
                cue.lemma(),
                cue.type(),
                cueSpan(verb, cue, sentence),
                head,
                source,
                content,
                found.rule(),
                cue.certainty());
        attribution.hearer = found.hearer();
        attribution.absent = reality == Reality.ABSENT;
        attribution.negated = attribution.absent || cue.type() == CueClass.DENY;
        if (verb.tag().equals("VBG")) {
            QuotedAs.relay(attribution, verb, sentence, article);
        }
        if (source != null && content.stream().anyMatch(c -> c.contains(source))) {
            attribution.source = null; // nobody stands in his own words
            attribution.head = null;
        }
        return attribution;
    }

    /**
     * "said that by May the road, ... would be open", "said that when it rains, nothing moves": all that follows "that", where the tree has
     * taken a part for the whole.
     */
    private static List<Span> fromThat(Complements.Found found, Word verb, ParsedSentence sentence, Article article) {
        int i = verb.index() + 1;
        if (!found.rule().equals("clause")
                || found.spans().size() != 1
                || i + 3 >= sentence.size()
                || !sentence.word(i).lower().equals("that")
                || found.spans().get(0).start() < sentence.word(i).start()) {
            return found.spans();
        }
        Span span = found.spans().get(0);
        Word first = sentence.word(i + 1);
        int end = span.end();
        if (BEFORE_MAIN_CLAUSE.contains(first.lower()) && !article.inQuotation(first)) {
            Word last = sentence.word(sentence.size() - 1);
            boolean shut = end < last.start() && article.text().startsWith(",", end);
            end = shut ? last.end() : end;
        }
        return List.of(new Span(Math.min(first.start(), span.start()), end));
    }

    /** Nobody speaks from within another's quotation: then the verb's other subject does, if it has one. */
    private static Word outsideQuotation(Word head, Word verb, Article article) {
        if (head == null || !article.inQuotation(head)) {
            return head;
        }
        Word other = null;
        for (Word kid : verb.kids()) {
            other = Clauses.isSubject(kid) && !article.inQuotation(kid) ? kid : other;
        }
        return other;
    }

    /** No content holds its own cue: then only what comes after it is said. */
    private static List<Span> beyondCue(List<Span> content, Word verb, Article article) {
        if (content.stream().noneMatch(c -> c.contains(verb.start()))) {
            return content;
        }
        List<Span> beyond = new java.util.ArrayList<>();
        for (Span span : content) {
            if (span.start() >= verb.end()) {
                beyond.add(span);
            } else if (span.end() > verb.end() + 2) {
                beyond.add(new Span(verb.end(), span.end()));
            }
        }
        return Borders.tidy(beyond, article);
    }

    /** "Asked whether ..., she answered": she was asked, nobody says by whom. */
    private static boolean isAsked(Word verb, Cue cue, ParsedSentence sentence) {
        boolean participle = verb.tag().equals("VBN") || (verb.tag().equals("VBD") && Clauses.ownSubject(verb) == null);
        boolean first = verb.index() == 0
                || sentence.word(verb.index() - 1).form().equals(",")
                || sentence.word(verb.index() - 1).lower().equals("when");
        boolean question = verb.index() + 1 < sentence.size()
                && QUESTION.contains(sentence.word(verb.index() + 1).lower());
        return (participle || (question && cue.lemma().equals("ask")))
                && first
                && cue.object() == Cue.Argument.HEARER
                && !verb.hasRelation("conj")
                && verb.kid("aux") == null;
    }

    private static boolean mayBeCue(Word verb, Cue cue, ParsedSentence sentence, Article article) {
        boolean clause = verb.kid("ccomp") != null;
        if (cue.isMental()) {
            return clause;
        }
        boolean quotation = !article.quotationsIn(sentence.span()).isEmpty();
        boolean toDo = verb.kid("xcomp") != null
                || verb.kids("advcl").stream().anyMatch(k -> Complements.isOrder(k, verb, cue));
        boolean infinitive = toDo && WITH_INFINITIVE.contains(cue.type()) && cue.strength() >= 2;
        boolean object = cue.strength() == 3 && cue.object() != Cue.Argument.NO && verb.kid("dobj", "prep") != null;
        object |= Complements.asksFor(verb, cue) != null;
        boolean clausal = cue.clause() == Cue.Clause.YES
                && (clause || verb.hasRelation("parataxis") || verb.kid("parataxis", "dep") != null);
        return clausal || (quotation && cue.takesQuotation()) || infinitive || object;
    }

    /** "The ministry confirmed it. It denied that ...": "it" may speak where a body did in the sentence before. */
    private boolean isBodyGoingOn(
            Word head, Cue cue, Complements.Found found, ParsedSentence sentence, Article article) {
        if (head == null
                || !head.lower().equals("it")
                || head.hasRelation("nsubjpass")
                || cue.strength() < 3
                || cue.isMental()
                || !found.rule().equals("clause")
                || sentence.index() == 0) {
            return false;
        }
        ParsedSentence before = article.sentences().get(sentence.index() - 1);
        return before.words().stream()
                .anyMatch(w -> Clauses.isSubject(w) && speakers.isBody(w) && !article.inQuotation(w));
    }

    /** Whether the frame found fits the word: no objects of "say", no thing that suggests. */
    private boolean mayMean(Word verb, Cue cue, Complements.Found found, Word head) {
        if (head != null && (!speakers.maySpeak(head) || head.isPunctuation())) {
            return false;
        }
        boolean bare = found.rule().equals("object");
        boolean request = bare
                && (Complements.asksFor(verb, cue) != null
                        || (cue.type() == CueClass.DEMAND
                                && cue.strength() == 3
                                && found.hearer() == null
                                && verb.kid("dobj") != null));
        if (request) {
            return speakers.isSomebody(head);
        }
        if (found.rule().equals("infinitive") && cue.type() == CueClass.REJECT) {
            return false; // "refused to go": nothing is said by that
        }
        if (bare && !WITH_OBJECT.contains(cue.type()) && !TELLING_OBJECT.contains(cue.lemma())) {
            return false;
        }
        if (bare && (cue.strength() < 3 || cue.object() == Cue.Argument.NO || cue.object() == Cue.Argument.HEARER)) {
            return false;
        }
        if (found.infinitive() && !WITH_INFINITIVE.contains(cue.type()) && cue.object() != Cue.Argument.HEARER) {
            return false; // "allowed users to go"
        }
        if (head == null) {
            return !bare && !found.rule().equals("infinitive") && cue.strength() >= 2;
        }
        boolean needsSomebody = bare
                || found.rule().equals("infinitive")
                || cue.strength() == 1
                || ALSO_OF_THINGS.contains(cue.lemma());
        return !needsSomebody
                || speakers.isSomebody(head)
                || (speakers.isDocument(head) && found.rule().equals("clause") && cue.strength() > 1);
    }

    private static Span cueSpan(Word verb, Cue cue, ParsedSentence sentence) {
        if (cue.lemma().indexOf(' ') > 0 && verb.index() + 1 < sentence.size()) {
            Word next = sentence.word(verb.index() + 1);
            if (cue.lemma().endsWith(" " + next.lower())) {
                return new Span(verb.start(), next.end());
            }
        }
        return verb.span();
    }
}
