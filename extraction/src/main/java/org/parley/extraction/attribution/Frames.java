package org.parley.extraction.attribution;

import java.util.EnumSet;
import java.util.Set;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;
import org.parley.extraction.syntax.Clauses;

/** Whether what stands around a word of saying fits it: no objects of "say", no thing that "suggests". */
final class Frames {

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
            "highlight",
            "underline",
            "underscore",
            "repeat",
            "restate");
    /** Nouns for what somebody wants or feels, and verbs that tell it with no more than the noun: "signalled willingness to talk". */
    private static final Set<String> MINDS = Set.of(
            "need",
            "importance",
            "necessity",
            "urgency",
            "expediency",
            "readiness",
            "willingness",
            "openness",
            "preparedness",
            "commitment",
            "determination",
            "desire",
            "resolve",
            "support",
            "backing",
            "concern",
            "hope",
            "confidence",
            "regret",
            "interest",
            "opposition",
            "objection",
            "gratitude",
            "solidarity",
            "conviction",
            "disappointment",
            "satisfaction",
            "dissatisfaction",
            "alarm",
            "doubt",
            "reservation",
            "worry",
            "optimism",
            "scepticism",
            "skepticism",
            "unwillingness",
            "reluctance",
            "appreciation");

    private static final Set<String> TELLING_MIND = Set.of(
            "note",
            "highlight",
            "underline",
            "underscore",
            "emphasize",
            "emphasise",
            "stress",
            "signal",
            "indicate",
            "raise",
            "repeat",
            "restate",
            "reiterate",
            "reaffirm",
            "confirm",
            "declare",
            "state",
            "convey",
            "express",
            "voice",
            "acknowledge",
            "announce",
            "point to",
            "point out",
            "show",
            "cite");
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

    private final Speakers speakers;

    Frames(Speakers speakers) {
        this.speakers = speakers;
    }

    static boolean mayBeCue(Word verb, Cue cue, ParsedSentence sentence, Article article) {
        boolean clause = verb.kid("ccomp") != null;
        if (cue.isMental()) {
            return clause;
        }
        boolean quotation = !article.quotationsIn(sentence.span()).isEmpty();
        boolean toDo =
                verb.kid("xcomp") != null || verb.kids("advcl").stream().anyMatch(k -> Requests.isOrder(k, verb, cue));
        boolean infinitive = toDo && WITH_INFINITIVE.contains(cue.type()) && cue.strength() >= 2;
        boolean object = cue.strength() == 3 && cue.object() != Cue.Argument.NO && verb.kid("dobj", "prep") != null;
        object |= Requests.asksFor(verb, cue) != null || tellsMind(verb, cue);
        boolean clausal = cue.clause() == Cue.Clause.YES
                && (clause || verb.hasRelation("parataxis") || verb.kid("parataxis", "dep") != null);
        return clausal || (quotation && cue.takesQuotation()) || infinitive || object;
    }

    /** "The ministry confirmed it. It denied that ...": "it" may speak where a body did in the sentence before. */
    boolean isBodyGoingOn(Word head, Cue cue, Complements.Found found, ParsedSentence sentence, Article article) {
        if (head == null
                || !head.lower().equals("it")
                || head.hasRelation("nsubjpass")
                || cue.strength() < 3
                || cue.isMental()
                || !found.rule().equals("clause")) {
            return false;
        }
        if (head.index() > 1 && sentence.word(head.index() - 1).form().equals(";")) {
            return sentence.words().subList(0, head.index()).stream()
                    .anyMatch(w -> Clauses.isSubject(w) && speakers.isSomebody(w) && !article.inQuotation(w));
        }
        if (sentence.index() == 0) {
            return false;
        }
        ParsedSentence before = article.sentences().get(sentence.index() - 1);
        return before.words().stream()
                .anyMatch(w -> (Clauses.isSubject(w) || isSource(w)) && speakers.isBody(w) && !article.inQuotation(w));
    }

    /** "according to the ministry". */
    private static boolean isSource(Word word) {
        return word.hasRelation("pobj")
                && word.head() != null
                && word.head().lower().equals("to")
                && word.head().head() != null
                && word.head().head().lower().equals("according");
    }

    /** Whether the frame found fits the word: no objects of "say", no thing that suggests. */
    boolean mayMean(Word verb, Cue cue, Complements.Found found, Word head) {
        if (head != null && (!speakers.maySpeak(head) || head.isPunctuation())) {
            return false;
        }
        boolean bare = found.rule().equals("object");
        boolean request = bare
                && (Requests.asksFor(verb, cue) != null
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
        Word object = verb.kid("dobj");
        if (bare && tellsMind(verb, cue)) {
            return speakers.isSomebody(head) || speakers.isDocument(head);
        }
        if (bare && cue.lemma().equals("threaten") && object != null && speakers.isSomebody(object)) {
            return false; // "threatened the guard with a knife"
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

    /** "signalled readiness", "noted the need". */
    private static boolean tellsMind(Word verb, Cue cue) {
        Word object = verb.kid("dobj");
        boolean effect = cue.lemma().equals("raise") && verb.tag().equals("VBG"); // "..., raising concerns"
        return object != null && !effect && TELLING_MIND.contains(cue.lemma()) && MINDS.contains(object.lemma());
    }
}
