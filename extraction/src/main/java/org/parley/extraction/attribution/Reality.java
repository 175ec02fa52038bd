package org.parley.extraction.attribution;

import java.util.List;
import java.util.Set;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Clauses;

/** Whether a word of saying tells of something said: not of what may, will or should be said, nor of what was not. */
enum Reality {
    SAID,
    /** "did not say", "declined to comment", "has yet to answer": the silence is what is told. */
    ABSENT,
    /** "would have to say", "if he says", "is expected to announce". */
    UNREAL;

    private static final Set<String> MODALS =
            Set.of("will", "would", "could", "may", "might", "should", "must", "shall", "ca", "can", "wo", "'ll", "'d");
    /** Verbs whose infinitive is done all the same: "went on to say", "appeared to confirm". */
    private static final Set<String> DONE = Set.of(
            "go",
            "continue",
            "begin",
            "start",
            "proceed",
            "come",
            "use",
            "seem",
            "appear",
            "rush",
            "hasten",
            "take",
            "happen",
            "manage",
            "tend",
            "move",
            "choose",
            "dare",
            "pause",
            "stop",
            "get",
            "rise",
            "join",
            "step",
            "return",
            "be");

    private static final Set<String> REFUSED = Set.of("decline", "refuse", "fail", "avoid");
    private static final Set<String> HINDERED = Set.of(
            "expect",
            "plan",
            "intend",
            "want",
            "wish",
            "like",
            "need",
            "have",
            "prepare",
            "promise",
            "threaten",
            "hope",
            "agree",
            "due",
            "set",
            "likely",
            "ready",
            "able",
            "unable",
            "reluctant",
            "free",
            "urge",
            "ask",
            "order",
            "force",
            "allow",
            "instruct",
            "call",
            "demand",
            "hesitate",
            "try",
            "vow",
            "pledge",
            "invite");
    private static final Set<String> ASKING = Set.of("ask", "request", "insist", "demand", "prefer", "stipulate");
    private static final Set<String> NAMING = Set.of("named", "identified", "quoted", "cited", "credited");
    private static final int FEW = 7;
    private static final Set<String> PICTURING = Set.of("imagine", "picture", "envision", "envisage");
    private static final Set<String> INVERTED = Set.of("had", "should", "were");
    private static final Set<String> CONDITION = Set.of("if", "unless", "whether", "should", "lest");

    static Reality of(Word verb, ParsedSentence sentence) {
        if (isConditional(verb, sentence)
                || isDeniedDeed(verb, sentence)
                || isPictured(verb, sentence)
                || isNameless(verb, sentence)) {
            return UNREAL;
        }
        Word carrier = carrier(verb);
        boolean negated =
                Clauses.isNegated(carrier) || (carrier != verb && Clauses.isNegated(verb)) || hasNobodySubject(carrier);
        if (hasNobodySubject(carrier) || isImagined(verb)) {
            return UNREAL;
        }
        String modal = Clauses.modal(carrier);
        if (modal != null && MODALS.contains(modal) && !saysOnly(verb, modal, sentence)) {
            boolean refusal = negated && (modal.equals("would") || modal.equals("wo"));
            return refusal ? ABSENT : UNREAL;
        }
        if (Clauses.isInfinitive(verb) && verb.head() != null && !verb.hasRelation("conj")) {
            return ofInfinitive(verb, verb.head());
        }
        if (verb.tag().equals("VB")
                && carrier == verb
                && verb.kid("aux") == null
                && verb.hasRelation("root", "xcomp", "ccomp", "advcl")
                && Clauses.ownSubject(verb) == null) {
            return UNREAL; // an order or a bare infinitive: "Say no", "let him say"
        }
        return negated && !isOfDeed(verb, sentence) ? ABSENT : SAID;
    }

    /** "would say only that talks went on": that much was said. */
    private static boolean saysOnly(Word verb, String modal, ParsedSentence sentence) {
        int i = verb.index();
        return modal.equals("would")
                && verb.lemma().equals("say")
                && i + 1 < sentence.size()
                && (sentence.word(i + 1).lower().equals("only")
                        || sentence.word(i - 1).lower().equals("only"));
    }

    /** "vowed never to sign": the deed is denied, not the saying. */
    private static boolean isOfDeed(Word verb, ParsedSentence sentence) {
        int next = verb.index() + 1;
        return next + 1 < sentence.size()
                && Set.of("never", "not").contains(sentence.word(next).lower())
                && Set.of("to", "again").contains(sentence.word(next + 1).lower());
    }

    private static Reality ofInfinitive(Word verb, Word governor) {
        String lemma = governor.lemma().toLowerCase(java.util.Locale.ROOT);
        if (REFUSED.contains(lemma)) {
            return ABSENT;
        }
        boolean yet = governor.lemma().equals("have")
                && governor.kids().stream().anyMatch(k -> k.lower().equals("yet"));
        if (yet) {
            return ABSENT;
        }
        if (Clauses.isNegated(governor) || Clauses.modal(governor) != null) {
            return UNREAL;
        }
        if (HINDERED.contains(lemma) || (governor.isNoun() && !verb.hasRelation("advcl"))) {
            return UNREAL;
        }
        if (governor.lemma().equals("be")) {
            return verb.kids().isEmpty() ? UNREAL : governorIsReady(governor) ? UNREAL : SAID;
        }
        return DONE.contains(lemma)
                        || verb.hasRelation("advcl")
                        || governor.tag().equals("JJ")
                ? SAID
                : UNREAL;
    }

    private static boolean governorIsReady(Word be) {
        return be.kids().stream().anyMatch(k -> HINDERED.contains(k.lower())) || be.kid("acomp") == null;
    }

    /** The verb whose auxiliaries hold for this one: the first of a row "did not say or hint". */
    private static Word carrier(Word verb) {
        Word at = verb;
        while (at.hasRelation("conj")
                && at.kid("aux", "auxpass") == null
                && Clauses.ownSubject(at) == null
                && at.head() != null
                && at.head().isVerb()) {
            if (!at.tag().equals(at.head().tag())) {
                break;
            }
            at = at.head();
        }
        return at;
    }

    private static boolean hasNobodySubject(Word verb) {
        Word nearest = Sources.nearest(verb);
        Word subject = nearest == null ? Clauses.ownSubject(verb) : nearest;
        return subject != null
                && (subject.lower().equals("nobody")
                        || subject.lower().equals("none")
                        || (subject.lower().equals("one")
                                && subject.kids().stream()
                                        .anyMatch(k -> k.lower().equals("no")))
                        || subject.lower().equals("neither"));
    }

    /** "denied having told them", "rejected having said so". */
    private static boolean isDeniedDeed(Word verb, ParsedSentence sentence) {
        int i = verb.index();
        return i > 1
                && verb.tag().equals("VBN")
                && sentence.word(i - 1).lower().equals("having")
                && List.of("deny", "reject", "dispute")
                        .contains(sentence.word(i - 2).lemma());
    }

    /** "who asked not to be named", "insisted on anonymity": on what terms it was said. */
    private static boolean isNameless(Word verb, ParsedSentence sentence) {
        List<Word> next = sentence.words().subList(verb.index() + 1, Math.min(sentence.size(), verb.index() + FEW));
        boolean withheld = next.stream().anyMatch(w -> w.lower().equals("not"))
                && next.stream().anyMatch(w -> w.lower().equals("be"));
        return ASKING.contains(verb.lemma())
                && next.stream()
                        .anyMatch(w -> w.lower().equals("anonymity") || (withheld && NAMING.contains(w.lower())));
    }

    private static boolean isPictured(Word verb, ParsedSentence sentence) {
        if (!verb.tag().equals("VBG")) {
            return false;
        }
        for (int i = verb.index() - 1; i >= 0 && verb.index() - i < 8; i--) {
            if (PICTURING.contains(sentence.word(i).lemma())) {
                return true;
            }
            if (sentence.word(i).form().equals(",")) {
                return false;
            }
        }
        return false;
    }

    /** "One could imagine her saying", "a minister who said that would have to go". */
    private static boolean isImagined(Word verb) {
        Word head = verb.head();
        if (head == null) {
            return false;
        }
        if (verb.tag().equals("VBG") && verb.hasRelation("ccomp", "xcomp", "dep", "acl", "pcomp")) {
            return Clauses.modal(head) != null || (Clauses.isNegated(head) && head.isVerb());
        }
        if (verb.hasRelation("relcl")
                && head.kids().stream()
                        .anyMatch(k -> k.hasRelation("det")
                                && (k.lower().equals("a") || k.lower().equals("any")))) {
            Word main = head.head();
            return main != null && main.isVerb() && Clauses.modal(main) != null;
        }
        return false;
    }

    private static boolean isConditional(Word verb, ParsedSentence sentence) {
        Word at = verb;
        for (int i = 0; i < 3 && at != null; i++) {
            for (Word kid : at.kids()) {
                if (kid.index() < at.index()
                        && kid.hasRelation("mark", "complm", "advmod")
                        && CONDITION.contains(kid.lower())
                        && !kid.hasRelation("aux")) {
                    return at.hasRelation("advcl", "ccomp", "root", "dep", "pcomp");
                }
                if (kid.hasRelation("aux", "auxpass") && kid.index() < at.index() && INVERTED.contains(kid.lower())) {
                    Word subject = Clauses.ownSubject(at);
                    if (subject != null
                            && kid.index() < subject.index()
                            && !sentence.word(sentence.size() - 1).form().equals("?")) {
                        return true;
                    }
                }
            }
            if (!at.hasRelation("xcomp", "conj", "auxpass") || isClauseOfItsOwn(at, sentence)) {
                break;
            }
            at = at.head();
        }
        return false;
    }

    /** "whether it can be kept, and sources say ...": what follows the comma with a subject of its own hangs on no condition before it. */
    private static boolean isClauseOfItsOwn(Word verb, ParsedSentence sentence) {
        Word subject = Clauses.ownSubject(verb);
        if (!verb.hasRelation("conj") || subject == null) {
            return false;
        }
        for (int i = subject.index() - 1; i > 0 && subject.index() - i < 8; i--) {
            if (sentence.word(i).tag().equals("CC")) {
                return sentence.word(i - 1).form().equals(",");
            }
        }
        return false;
    }
}
