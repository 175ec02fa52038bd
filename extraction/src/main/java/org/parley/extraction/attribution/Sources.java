package org.parley.extraction.attribution;

import java.util.Set;
import org.parley.extraction.parse.EntityType;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Clauses;

/** Finds who does a word of saying. */
final class Sources {

    private static final Set<String> UP = Set.of("ccomp", "advcl", "pcomp", "prep");
    private static final Set<EntityType> NO_SPEAKER = Set.of(
            EntityType.DATE,
            EntityType.TIME,
            EntityType.MONEY,
            EntityType.PERCENT,
            EntityType.QUANTITY,
            EntityType.ORDINAL);
    private static final Set<String> TIMES =
            Set.of("fortnight", "week", "weekend", "month", "year", "hour", "morning", "afternoon", "evening", "night");
    private static final int NEAR = 14;

    private final CueTable cues;
    private final Speakers speakers;

    Sources(CueTable cues, Speakers speakers) {
        this.cues = cues;
        this.speakers = speakers;
    }

    /** Head word of the speaker's phrase, or null. */
    Word of(Word verb, ParsedSentence sentence) {
        if (Clauses.isPassive(verb)) {
            Word agent = Clauses.agent(verb);
            if (agent != null) {
                return agent;
            }
        }
        Word absolute = Absolutes.subject(verb, sentence);
        if (absolute != null) {
            return absolute;
        }
        Word quoted = QuotedAs.quoted(verb);
        if (quoted != null) {
            return quoted;
        }
        Word outer = ofRow(verb, sentence);
        if (outer != null) {
            return outer;
        }
        Word adding = ofParticiple(verb, sentence);
        if (adding != null) {
            return adding;
        }
        for (Word kid : verb.kids()) {
            if (Complements.isAside(kid, verb)) {
                return Clauses.ownSubject(kid);
            }
        }
        Word subject = Introduced.subject(verb, sentence, speakers);
        if (subject != null) {
            return subject;
        }
        Word nearest = nearest(verb);
        subject = upToVerb(nearest != null ? nearest : Clauses.subject(verb), verb, sentence);
        if (subject != null
                && (isTime(subject) || !Character.isLetter(subject.form().codePointAt(0)))) {
            subject = beside(verb, sentence);
        }
        if (subject != null && isRelative(subject)) {
            return antecedent(subject, sentence);
        }
        return subject == null && !isParticiple(verb) ? beside(verb, sentence) : subject;
    }

    /** Of the subjects that the tree gives a verb, the one that stands nearest before it, or null: "Whether it holds, Orr said, ...". */
    static Word nearest(Word verb) {
        Word nearest = null;
        for (Word kid : verb.kids()) {
            nearest = Clauses.isSubject(kid) && kid.index() < verb.index() ? kid : nearest;
        }
        return nearest;
    }

    private static boolean isParticiple(Word verb) {
        return verb.tag().equals("VBG")
                || verb.tag().equals("VBN")
                || verb.tag().equals("VB");
    }

    /** Where the tree takes the first noun of "His father Jon Arm said" for the subject: the last one before the verb. */
    private static Word upToVerb(Word subject, Word verb, ParsedSentence sentence) {
        if (subject == null || subject.head() != verb || subject.index() >= verb.index() - 1 || subject.isPronoun()) {
            return subject;
        }
        Word last = subject;
        for (int i = subject.index() + 1; i < verb.index(); i++) {
            Word word = sentence.word(i);
            boolean noun = word.isNoun() && !isTime(word);
            boolean between = word.tag().startsWith("JJ")
                    || word.lower().equals("and")
                    || word.form().equals("-")
                    || word.tag().startsWith("RB")
                    || word.hasRelation("aux");
            if ((!noun && !between) || word.isBelow(subject)) {
                return subject;
            }
            last = noun ? word : last;
        }
        return last;
    }

    static boolean isTime(Word word) {
        return (TIMES.contains(word.lemma()) && (word.hasRelation("npadvmod") || isAgo(word.head())))
                || isTimeEntity(word);
    }

    /** "not a fortnight ago". */
    private static boolean isAgo(Word word) {
        return word != null && (word.lower().equals("ago") || word.lower().equals("earlier"));
    }

    private static boolean isTimeEntity(Word word) {
        return word.entity() != null && NO_SPEAKER.contains(word.entity().type());
    }

    /** The noun that stands right before the verb, but for adverbs and what is set off between commas; or right after it. */
    private static Word beside(Word verb, ParsedSentence sentence) {
        for (int i = verb.index() - 1; i >= 0 && verb.index() - i < NEAR; i--) {
            Word word = sentence.word(i);
            if ((word.isNoun() || word.tag().equals("PRP")) && !isTime(word)) {
                return ofPhrase(top(word), sentence);
            }
            boolean skip = word.tag().startsWith("RB")
                    || word.hasRelation("aux")
                    || word.form().equals(",")
                    || isTime(word)
                    || word.tag().equals("IN")
                    || word.tag().equals("DT");
            if (!skip) {
                break;
            }
        }
        for (int i = verb.index() + 1; i < sentence.size() && i < verb.index() + 6; i++) {
            Word word = sentence.word(i);
            if ((word.isNoun() || word.tag().equals("PRP")) && !isTime(word)) {
                return i == verb.index() + 1 || word.isProperNoun() ? top(word) : null;
            }
            if (!word.tag().equals("DT")
                    && !word.tag().startsWith("JJ")
                    && !word.tag().equals("PRP$")) {
                break;
            }
        }
        return null;
    }

    /** The noun or pronoun right before a verb that the tree gives no subject. */
    Word before(Word verb, ParsedSentence sentence) {
        for (int i = verb.index() - 1; i >= 0 && verb.index() - i < 4; i--) {
            Word word = sentence.word(i);
            if (word.tag().equals("PRP") || (word.isNoun() && !isTime(word))) {
                return top(word);
            }
            if (!word.tag().startsWith("RB") && !word.hasRelation("aux")) {
                return null;
            }
        }
        return null;
    }

    /** The noun right after an inverted verb: "said the mayor". */
    Word after(Word verb, ParsedSentence sentence) {
        for (int i = verb.index() + 1; i < sentence.size() && i < verb.index() + 8; i++) {
            Word word = sentence.word(i);
            if (word.tag().equals("PRP") || (word.isNoun() && !isTime(word))) {
                return top(word);
            }
            if ((word.isPunctuation() && !word.form().equals("-")) || word.isVerb()) {
                return null;
            }
        }
        return null;
    }

    /** "the drivers' branch in Elm": not Elm, what it is that is there. */
    private static Word ofPhrase(Word noun, ParsedSentence sentence) {
        Word preposition = noun.hasRelation("pobj") ? noun.head() : null;
        Word over = preposition == null ? null : preposition.head();
        boolean close = over != null
                && over.isNoun()
                && over.index() == preposition.index() - 1
                && sentence.words().subList(over.index(), noun.index()).stream().noneMatch(Word::isPunctuation);
        return close ? over : noun;
    }

    private static Word top(Word noun) {
        Word top = noun;
        while (top.head() != null
                && top.hasRelation("compound", "nmod", "nn", "appos")
                && top.head().isNoun()
                && Math.abs(top.head().index() - top.index()) < NEAR) {
            top = top.head();
        }
        return top;
    }

    /** "She stressed that it was late and called for a vote": the tree hangs "called" on "was", but no thing calls. */
    private Word ofRow(Word verb, ParsedSentence sentence) {
        Cue cue = cues.verb(verb, sentence);
        boolean past = verb.tag().equals("VBD") || (verb.tag().equals("VBN") && verb.kid("aux", "auxpass") == null);
        Word inner = verb.head();
        if (cue == null
                || cue.strength() < 2
                || !past
                || !verb.hasRelation("conj")
                || Clauses.ownSubject(verb) != null
                || !inner.hasRelation("ccomp")
                || inner.head() == null
                || cues.verb(inner.head(), sentence) == null
                || !(inner.head().tag().equals("VBD") || inner.head().kid("aux") != null)) {
            return null;
        }
        Word thing = Clauses.ownSubject(inner);
        return thing != null && !speakers.isSomebody(thing)
                ? upToVerb(Clauses.subject(inner.head()), inner.head(), sentence)
                : null;
    }

    /** 'He said the plan was fair, adding ...': the participle hangs on "was", but it is he who adds. */
    private Word ofParticiple(Word verb, ParsedSentence sentence) {
        if (!verb.tag().equals("VBG")
                || Clauses.ownSubject(verb) != null
                || verb.index() < 2
                || !sentence.word(verb.index() - 1).form().equals(",")) {
            return null;
        }
        Word near = verb.head();
        Word up = near;
        for (int i = 0; i < 4 && up != null && UP.contains(up.relation()) && up.head() != null; i++) {
            up = up.head();
            if (cues.verb(up, sentence) != null && near.hasRelation("ccomp", "xcomp")) {
                return Clauses.subject(up);
            }
        }
        return null;
    }

    private static boolean isRelative(Word word) {
        return word.tag().startsWith("W")
                && (word.lower().equals("who")
                        || word.lower().equals("which")
                        || word.lower().equals("that"));
    }

    /** "the minister, who said": who stands for the noun its clause hangs on. */
    private static Word antecedent(Word relative, ParsedSentence sentence) {
        for (Word up = relative.head(); up != null; up = up.head()) {
            if (up.hasRelation("relcl", "acl") && up.head() != null && up.head().index() < relative.index()) {
                return up.head().isNoun() || up.head().isPronoun() ? up.head() : relative;
            }
        }
        int i = relative.index() - 1;
        if (i > 0 && sentence.word(i).form().equals(",")) {
            i--;
        }
        return i >= 0 && sentence.word(i).isNoun() ? top(sentence.word(i)) : relative;
    }
}
