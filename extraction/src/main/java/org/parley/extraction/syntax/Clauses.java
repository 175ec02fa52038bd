package org.parley.extraction.syntax;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.parley.extraction.Span;
import org.parley.extraction.parse.Word;

/** Walks over a sentence's tree that the rules share: who does a verb, what belongs to a noun. */
public final class Clauses {

    private static final Set<String> SUBJECT = Set.of("nsubj", "nsubjpass", "csubj", "csubjpass");
    private static final Set<String> CLIMB =
            Set.of("conj", "advcl", "xcomp", "pcomp", "prep", "dep", "ccomp", "parataxis", "acl");
    private static final Set<String> NOT_OF_NOUN = Set.of(
            "nsubj",
            "nsubjpass",
            "csubj",
            "relcl",
            "acl",
            "ccomp",
            "advcl",
            "parataxis",
            "cop",
            "aux",
            "punct",
            "discourse",
            "mark",
            "neg",
            "advmod",
            "cc",
            "preconj",
            "npadvmod");
    private static final int FAR = 6;

    private Clauses() {}

    public static boolean isSubject(Word word) {
        return SUBJECT.contains(word.relation());
    }

    /** The verb's own subject, or null. */
    public static Word ownSubject(Word verb) {
        for (Word kid : verb.kids()) {
            if (isSubject(kid)) {
                return kid;
            }
        }
        return null;
    }

    /**
     * The head word of the verb's subject; where it has none of its own, that of the clause it hangs on: "Orr arrived, saying ...",
     * "he refused to say", "officials who said".
     */
    public static Word subject(Word verb) {
        Word at = verb;
        for (int i = 0; i < FAR && at != null; i++) {
            Word own = ownSubject(at);
            if (own != null) {
                return own;
            }
            Word head = at.head();
            if (head == null) {
                return null;
            }
            if (at.hasRelation("acl", "relcl", "vmod") && (head.isNoun() || head.isPronoun())) {
                return head;
            }
            if (!CLIMB.contains(at.relation()) && !head.isVerb()) {
                return null;
            }
            at = head;
        }
        return null;
    }

    /** By whom, of a passive: "was told by officials"; or null. */
    public static Word agent(Word verb) {
        for (Word kid : verb.kids()) {
            if (kid.hasRelation("agent", "prep") && kid.lower().equals("by")) {
                Word who = kid.kid("pobj");
                if (who != null) {
                    return who;
                }
            }
        }
        return null;
    }

    public static boolean isPassive(Word verb) {
        return verb.kid("auxpass") != null
                || (verb.kid("nsubjpass", "csubjpass") != null && (!isMistaken(verb) || agent(verb) != null))
                || (verb.tag().equals("VBN") && verb.hasRelation("acl", "vmod") && verb.kid("aux") == null);
    }

    /** "Orr, along with others, called on them": a main verb without any auxiliary is no participle, whatever its tag. */
    public static boolean isMistaken(Word verb) {
        return verb.tag().equals("VBN") && verb.hasRelation("root") && verb.kid("aux") == null;
    }

    /** The phrase around a noun: modifiers and appositions, no relative clause, nothing of a verb it is the root of. */
    public static Span nounPhrase(Word noun) {
        return span(nounPhraseWords(noun));
    }

    /** The words of {@link #nounPhrase}, in no order. */
    public static List<Word> nounPhraseWords(Word noun) {
        List<Word> words = new ArrayList<>();
        words.add(noun);
        for (int i = 0; i < words.size(); i++) {
            for (Word kid : words.get(i).kids()) {
                boolean clause = (i == 0 && noun.isVerb()) || NOT_OF_NOUN.contains(kid.relation());
                boolean alone = kid.hasRelation("cc", "preconj") && words.get(i).kid("conj") != null;
                boolean early = kid.hasRelation("advmod", "npadvmod")
                        && kid.index() < words.get(i).index();
                if (!clause || alone || early) {
                    words.add(kid);
                }
            }
        }
        return words;
    }

    public static Span span(Collection<Word> words) {
        int start = Integer.MAX_VALUE;
        int end = 0;
        for (Word word : words) {
            start = Math.min(start, word.start());
            end = Math.max(end, word.end());
        }
        return new Span(start, end);
    }

    /** "will", "would", "could" ... of a verb, in lower case, or null. */
    public static String modal(Word verb) {
        for (Word kid : verb.kids()) {
            if (kid.hasRelation("aux", "modal") && (kid.tag().equals("MD"))) {
                return kid.lower();
            }
        }
        return null;
    }

    public static boolean isNegated(Word verb) {
        for (Word kid : verb.kids()) {
            if (kid.hasRelation("neg")
                    || (kid.hasRelation("advmod") && kid.lower().equals("never"))) {
                return true;
            }
        }
        return false;
    }

    /** "says", "said": a form that takes a subject, its auxiliaries apart. */
    public static boolean isFinite(Word verb) {
        return verb.tag().equals("VBD")
                || verb.tag().equals("VBZ")
                || verb.tag().equals("VBP");
    }

    public static boolean isInfinitive(Word verb) {
        return verb.tag().equals("VB")
                && verb.kids().stream().anyMatch(k -> k.lower().equals("to") && k.hasRelation("aux"));
    }
}
