package org.parley.extraction.stance;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.parley.extraction.Span;
import org.parley.extraction.Speaker;
import org.parley.extraction.attribution.Attribution;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;
import org.parley.extraction.syntax.Clauses;

/** Reads a stance off the words of what is said: which attitudes they tell, whether the speaker's own, whether denied. */
final class Attitudes {

    private static final int LONGEST = 600;

    private static final Set<Attitude> TURNED_BY_DENIAL = EnumSet.of(
            Attitude.FOR_DEED, Attitude.FOR, Attitude.BASIS, Attitude.AGAINST_DEED, Attitude.AGAINST, Attitude.DOUBT);

    static final Set<Attitude> DEEDS =
            EnumSet.of(Attitude.FOR_DEED, Attitude.AGAINST_DEED, Attitude.UNDO, Attitude.YIELD, Attitude.WAIT);

    private static final Set<Attitude> JUDGEMENTS = EnumSet.of(Attitude.FOR, Attitude.AGAINST, Attitude.DOUBT);
    private static final Set<String> DUTY = Set.of("must", "should", "ought");
    private static final Set<String> OF_OBJECTS = Set.of("to", "with", "against", "for", "of", "about");
    private static final Set<String> AS = Set.of("as", "like");
    private static final Set<String> LIKENING = Set.of("liken", "compare", "equate");
    /** "acceptable to Elm" is Elm's judgement, "unfair to Elm" the speaker's. */
    private static final Set<String> TO_SOMEBODY =
            Set.of("acceptable", "unacceptable", "satisfactory", "intolerable", "inadmissible", "palatable", "welcome");

    /** Of what is put forward, too. */
    private static final Set<String> ASPECTS = Set.of(
            "figure",
            "number",
            "price",
            "detail",
            "answer",
            "sum",
            "signature",
            "language",
            "wording",
            "date",
            "percent",
            "cent");

    /** Those who are for or against a thing, rather than a thing themselves. */
    private static final Set<String> PARTIES = Set.of(
            "army",
            "cabinet",
            "company",
            "council",
            "country",
            "delegation",
            "everybody",
            "everyone",
            "farmer",
            "government",
            "member",
            "ministry",
            "nobody",
            "party",
            "parliament",
            "people",
            "president",
            "side",
            "union",
            "worker");

    private static final Set<String> FINDING = Set.of("find", "consider", "deem", "call", "think", "regard");

    private final Owners owners;
    private final Effects effects;

    /** @param heads nouns that name proposals in the article */
    Attitudes(Sides sides, Set<String> heads) {
        this.owners = new Owners(sides);
        this.effects = new Effects(heads);
    }

    /** What the words of a statement tell, those of {@code names} apart. */
    Set<Attitude> of(Attribution statement, List<Speaker> speakers, List<Span> names, Article article) {
        return of(statement, speakers, names, article, false);
    }

    /** The same of a statement that names no proposal: deeds done to something else that it names do not count ("she opposes the school"). */
    Set<Attitude> ofUnnamed(Attribution statement, List<Speaker> speakers, Article article) {
        return of(statement, speakers, List.of(), article, true);
    }

    private Set<Attitude> of(
            Attribution statement, List<Speaker> speakers, List<Span> names, Article article, boolean unnamed) {
        Set<Attitude> told = EnumSet.noneOf(Attitude.class);
        for (Span part : statement.content()) {
            Span span = new Span(part.start(), Math.min(part.end(), part.start() + LONGEST));
            String words = article.text(span);
            for (Lexicon.Hit hit : Lexicon.in(words)) {
                int at = span.start() + hit.start();
                if (names.stream().anyMatch(n -> n.contains(at))) {
                    continue; // "a framework for talks" is a name here, no praise
                }
                for (Attitude attitude : hit.attitudes()) {
                    int last = span.start() + hit.end() - 1;
                    if (counts(attitude, at, last, names, unnamed, statement, article)) {
                        if (DEEDS.contains(attitude) && isOfPart(at, article)) {
                            told.add(Attitude.PART);
                        }
                        Attitude meant =
                                meant(attitude.plain(), at, last, !names.isEmpty(), statement, speakers, article);
                        if (meant != null) {
                            told.add(meant);
                        }
                    }
                }
            }
        }
        return told;
    }

    private boolean counts(
            Attitude attitude,
            int at,
            int last,
            List<Span> names,
            boolean unnamed,
            Attribution statement,
            Article article) {
        if (attitude.isImage()) {
            return isPredicate(last, statement, article);
        }
        if (attitude.isEffect()) {
            return effects.isOfText(at, names, article) && (!attitude.isProvision() || effects.isFelt(at, article));
        }
        if (attitude == Attitude.MUST) {
            return !isOfDuePassive(at, article); // "must be signed" asks for no more than that
        }
        return !(unnamed && DEEDS.contains(attitude) && isDoneToAnother(at, last, article));
    }

    /** "the weather was disastrous": the content speaks of some other thing. */
    boolean isOfAnother(Attribution statement, Article article) {
        for (Span part : statement.content()) {
            ParsedSentence sentence = article.sentenceAt(part.start());
            for (Word word : sentence == null ? List.<Word>of() : sentence.in(part)) {
                boolean top = word.head() == null || !part.contains(word.head().start());
                Word subject = top && word.isVerb() ? Clauses.ownSubject(word) : null;
                if (subject != null) {
                    return subject.isNoun()
                            && !subject.isProperNoun()
                            && !effects.isNamed(subject)
                            && !ASPECTS.contains(subject.lemma())
                            && !PARTIES.contains(subject.lemma());
                }
            }
        }
        return false;
    }

    /** "is a bridge", "as a cage", "called it a bridge and a shield". */
    private static boolean isPredicate(int at, Attribution statement, Article article) {
        ParsedSentence sentence = article.sentenceAt(at);
        Word word = sentence == null ? null : Effects.wordAt(sentence, at);
        while (word != null && word.hasRelation("conj", "appos") && word.head() != null) {
            word = word.head();
        }
        if (word == null || !word.isNoun() || word.head() == null) {
            return false;
        }
        return word.hasRelation("attr", "oprd")
                || (word.hasRelation("pobj") && AS.contains(word.head().lower()))
                || (word.hasRelation("pobj") && statement.lemma() != null && LIKENING.contains(statement.lemma()))
                || (word.hasRelation("dobj") && statement.rule().equals("naming"));
    }

    /** Whether a verb takes an object or clause of its own that is no word for a text or deal. */
    private static boolean isDoneToAnother(int at, int last, Article article) {
        ParsedSentence sentence = article.sentenceAt(at);
        Word word = sentence == null ? null : Effects.wordAt(sentence, at);
        if (word == null || !word.isVerb()) {
            return false;
        }
        List<Word> objects = new ArrayList<>(word.kids("dobj", "xcomp", "ccomp"));
        objects.removeIf(object -> object.start() <= last); // "withhold its consent" has it in the phrase
        objects.removeIf(clause -> clause.kid("mark", "advmod") != null && clause.isVerb());
        word.kids("prep").stream()
                .filter(prep -> OF_OBJECTS.contains(prep.lower()))
                .forEach(prep -> objects.addAll(prep.kids("pobj", "pcomp")));
        return objects.stream()
                .anyMatch(object -> object.isVerb()
                        || (object.isNoun() && object.index() > word.index() && !Effects.isText(object)));
    }

    /** What a word means where it stands: turned round by "not", nothing when it is somebody else's deed. */
    private Attitude meant(
            Attitude attitude,
            int at,
            int last,
            boolean named,
            Attribution statement,
            List<Speaker> speakers,
            Article article) {
        ParsedSentence sentence = article.sentenceAt(at);
        Word first = sentence == null ? null : Effects.wordAt(sentence, at);
        boolean deed = DEEDS.contains(attitude);
        if (first == null) {
            return deed ? null : attitude;
        }
        Word end = Effects.wordAt(sentence, last);
        Word behind = end == null ? first : end;
        Word word = deed ? verbal(first, behind, sentence) : first;
        if (Denial.isOver(word)) {
            return null;
        }
        boolean denied = Denial.of(first, word, behind, sentence);
        boolean own = owners.isOwn(word, statement, speakers, article);
        if (attitude == Attitude.YIELD) {
            return denied ? attitude : null;
        }
        if (attitude == Attitude.UNDO) {
            return !own ? null : denied ? Attitude.FOR_DEED : Attitude.UNDO;
        }
        if (attitude == Attitude.HURT) {
            return denied ? null : own ? attitude : Attitude.AGAINST;
        }
        if (deed && !isVerbal(word)) {
            return null;
        }
        if (attitude == Attitude.WAIT && word.tag().equals("VBD")) {
            return null; // who has read it waits no longer
        }
        if (deed && !own) {
            return ofOthers(attitude, word, denied, statement, speakers, article);
        }
        if (attitude == Attitude.DOUBT && !named && word.isNoun() && !isHad(word)) {
            return null; // "obstacles remain": of how things stand
        }
        if (JUDGEMENTS.contains(attitude) && isAnothers(word, sentence, statement, speakers, article)) {
            return null;
        }
        if (!TURNED_BY_DENIAL.contains(attitude) || !denied) {
            return attitude;
        }
        return switch (attitude) {
            case FOR_DEED -> Attitude.AGAINST_DEED;
            case FOR, BASIS -> Attitude.AGAINST;
            case AGAINST_DEED -> Attitude.WAIT; // "rejected nothing" is not yet in favour
            default -> null;
        };
    }

    /** "has doubts", "voiced concern". */
    private static boolean isHad(Word noun) {
        return noun.hasRelation("dobj", "attr", "oprd", "acomp");
    }

    /** What others do tells nothing, but "should be signed" does, and "wants both towns to sign". */
    private Attitude ofOthers(
            Attitude attitude,
            Word word,
            boolean denied,
            Attribution statement,
            List<Speaker> speakers,
            Article article) {
        if (attitude != Attitude.FOR_DEED && attitude != Attitude.AGAINST_DEED) {
            return null;
        }
        if (!isDue(word) && !owners.isWished(word, statement, speakers, article)) {
            return null;
        }
        return (attitude == Attitude.FOR_DEED) == denied ? Attitude.AGAINST : Attitude.URGED;
    }

    private boolean isOfDuePassive(int at, Article article) {
        ParsedSentence sentence = article.sentenceAt(at);
        Word modal = sentence == null ? null : Effects.wordAt(sentence, at);
        Word verb = modal == null ? null : modal.head();
        return verb != null
                && isDue(verb)
                && Lexicon.in(verb.lower()).stream()
                        .anyMatch(hit -> hit.attitudes().contains(Attitude.FOR_DEED));
    }

    /** "accepts the quota", "the clause on fares": a part of a text, not all of it. */
    private static boolean isOfPart(int at, Article article) {
        ParsedSentence sentence = article.sentenceAt(at);
        Word word = sentence == null ? null : Effects.wordAt(sentence, at);
        Word object = word == null || !word.isVerb() ? null : word.kid("dobj");
        return object != null && Provisions.isPart(object) && !isAll(object);
    }

    /** "the nine points": all of them. */
    private static boolean isAll(Word noun) {
        return noun.kid("num", "nummod") != null
                && noun.kids("det").stream().anyMatch(d -> d.lower().equals("the"));
    }

    /** "must be signed", "should not be accepted". */
    private static boolean isDue(Word word) {
        String modal = Clauses.modal(word);
        return modal != null && DUTY.contains(modal) && Clauses.isPassive(word);
    }

    /** "unacceptable to the fishermen", "which Elm finds unfair": told of somebody else's judgement. */
    private boolean isAnothers(
            Word word, ParsedSentence sentence, Attribution statement, List<Speaker> speakers, Article article) {
        if (word.index() + 2 < sentence.size()
                && TO_SOMEBODY.contains(word.lower())
                && sentence.word(word.index() + 1).lower().equals("to")
                && sentence.word(word.index() + 2).tag().matches("NNPS?|DT|NNS")
                && !owners.isOwnSide(sentence.word(word.index() + 2), speakers)) {
            return true;
        }
        Word finds = word.head();
        return finds != null && FINDING.contains(finds.lemma()) && !owners.isOwn(finds, statement, speakers, article);
    }

    /** The verb of a phrase, or what else may carry a deed: "never <u>sign</u>", "no <u>objection</u>". */
    private static Word verbal(Word first, Word last, ParsedSentence sentence) {
        for (int i = first.index(); i <= last.index(); i++) {
            if (sentence.word(i).isVerb()) {
                return sentence.word(i);
            }
        }
        for (int i = first.index(); i <= last.index(); i++) {
            if (isVerbal(sentence.word(i))) {
                return sentence.word(i);
            }
        }
        return first;
    }

    private static boolean isVerbal(Word word) {
        return word.isVerb()
                || word.tag().startsWith("JJ")
                || word.tag().equals("IN")
                || word.tag().equals("NN")
                || word.tag().equals("NNS");
    }
}
