package org.parley.extraction.stance;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.extraction.Span;
import org.parley.extraction.Speaker;
import org.parley.extraction.StanceValue;
import org.parley.extraction.attribution.Attribution;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;
import org.parley.extraction.syntax.Clauses;
import org.parley.extraction.text.Table;

/** Reads a stance off the words of what is said: which attitudes they tell, whether the speaker's own, whether denied. */
final class Attitudes {

    private static final int LONGEST = 600;

    private static final Set<Attitude> TURNED_BY_DENIAL = EnumSet.of(
            Attitude.FOR_DEED, Attitude.FOR, Attitude.BASIS, Attitude.AGAINST_DEED, Attitude.AGAINST, Attitude.DOUBT);

    private static final Set<Attitude> DEEDS =
            EnumSet.of(Attitude.FOR_DEED, Attitude.AGAINST_DEED, Attitude.UNDO, Attitude.YIELD, Attitude.WAIT);

    private static final Set<Attitude> FAVOUR = EnumSet.of(Attitude.FOR, Attitude.FOR_DEED, Attitude.URGED);
    private static final Set<Attitude> AGAINST = EnumSet.of(Attitude.AGAINST, Attitude.AGAINST_DEED, Attitude.HURT);
    private static final Set<Attitude> JUDGEMENTS = EnumSet.of(Attitude.FOR, Attitude.AGAINST, Attitude.DOUBT);
    private static final Set<String> DUTY = Set.of("must", "should", "ought");
    private static final Set<String> AS = Set.of("as", "like");
    private static final Set<String> FINDING = Set.of("find", "consider", "deem", "call", "think", "regard");

    private final Map<Attitude, Pattern> patterns = new EnumMap<>(Attitude.class);

    private final Owners owners;
    private final Effects effects;

    /** @param heads nouns that name proposals in the article */
    Attitudes(Sides sides, Set<String> heads) {
        this.owners = new Owners(sides);
        this.effects = new Effects(heads);
        for (String[] row : Table.rows("stance/attitudes.tsv", Attitudes.class)) {
            patterns.put(
                    Attitude.valueOf(row[0]),
                    Pattern.compile("(?<![\\p{L}-])(?:" + row[1] + ")(?![\\p{L}-])", Pattern.CASE_INSENSITIVE));
        }
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
            for (Map.Entry<Attitude, Pattern> row : patterns.entrySet()) {
                for (Matcher matcher = row.getValue().matcher(words); matcher.find(); ) {
                    int at = span.start() + matcher.start();
                    if (names.stream().anyMatch(n -> n.contains(at))) {
                        continue; // "a framework for talks" is a name here, no praise
                    }
                    if (row.getKey().isImage() && !isPredicate(span.start() + matcher.end() - 1, statement, article)) {
                        continue;
                    }
                    if (row.getKey().isEffect() && !effects.isOfText(at, names, article)) {
                        continue;
                    }
                    if (unnamed && DEEDS.contains(row.getKey()) && isDoneToAnother(at, article)) {
                        continue;
                    }
                    if (row.getKey() == Attitude.MUST && isOfDuePassive(at, article)) {
                        continue; // "must be signed" asks for no more than that
                    }
                    if (DEEDS.contains(row.getKey()) && isOfPart(at, article)) {
                        told.add(Attitude.PART);
                    }
                    Attitude meant = meant(row.getKey().plain(), at, !names.isEmpty(), statement, speakers, article);
                    if (meant != null) {
                        told.add(meant);
                    }
                }
            }
        }
        return told;
    }

    /** Whether one does so only with something like a proposal, named or not: "we will sign", "we could live with that". */
    static boolean areOfProposals(Set<Attitude> told) {
        return told.stream().anyMatch(one -> DEEDS.contains(one) || one == Attitude.BASIS || one == Attitude.HURT);
    }

    /** The stance all that is told comes to; null where it takes no side. */
    static StanceValue value(Set<Attitude> told) {
        boolean basis = told.contains(Attitude.BASIS);
        boolean positive = told.stream().anyMatch(FAVOUR::contains);
        boolean against = told.stream().anyMatch(AGAINST::contains);
        boolean doubt = told.contains(Attitude.DOUBT);
        boolean reserve = told.contains(Attitude.YIELD) && told.contains(Attitude.BUT);
        boolean open = told.contains(Attitude.CONDITION) || told.contains(Attitude.POSSIBLE);
        if (positive || basis) {
            if (against || doubt) {
                return told.contains(Attitude.BUT) ? StanceValue.CONDITIONAL_SUPPORT : null;
            }
            if (told.contains(Attitude.PART)) {
                return StanceValue.PARTIAL_ACCEPTANCE;
            }
            return basis || open || reserve || told.contains(Attitude.MUST)
                    ? StanceValue.CONDITIONAL_SUPPORT
                    : StanceValue.SUPPORT;
        }
        if (told.contains(Attitude.UNDO) && told.contains(Attitude.CONDITION)) {
            return StanceValue.CONDITIONAL_SUPPORT; // "will withdraw if": still in it
        }
        if (against) {
            return StanceValue.OPPOSE;
        }
        if (doubt) {
            return StanceValue.SCEPTICAL;
        }
        if (told.contains(Attitude.WAIT)) {
            return StanceValue.NO_PUBLIC_COMMITMENT;
        }
        return told.contains(Attitude.MUST) ? StanceValue.CONDITIONAL_SUPPORT : null;
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
                || (word.hasRelation("dobj") && statement.rule().equals("naming"));
    }

    /** Whether a verb takes an object or clause of its own that is no word for a text or deal. */
    private static boolean isDoneToAnother(int at, Article article) {
        ParsedSentence sentence = article.sentenceAt(at);
        Word word = sentence == null ? null : Effects.wordAt(sentence, at);
        if (word == null || !word.isVerb()) {
            return false;
        }
        List<Word> objects = new ArrayList<>(word.kids("dobj", "xcomp", "ccomp"));
        word.kids("prep").forEach(prep -> objects.addAll(prep.kids("pobj", "pcomp")));
        return objects.stream()
                .anyMatch(object -> object.isVerb()
                        || (object.isNoun() && object.index() > word.index() && !Effects.isText(object)));
    }

    /** What a word means where it stands: turned round by "not", nothing when it is somebody else's deed. */
    private Attitude meant(
            Attitude attitude, int at, boolean named, Attribution statement, List<Speaker> speakers, Article article) {
        ParsedSentence sentence = article.sentenceAt(at);
        Word word = sentence == null ? null : Effects.wordAt(sentence, at);
        boolean deed = DEEDS.contains(attitude);
        if (word == null) {
            return deed ? null : attitude;
        }
        if (Denial.isOver(word)) {
            return null;
        }
        boolean denied = Denial.of(word, sentence);
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
                && patterns.get(Attitude.FOR_DEED).matcher(verb.lower()).matches();
    }

    /** "accepts the quota", "the clause on fares": a part of a text, not all of it. */
    private static boolean isOfPart(int at, Article article) {
        ParsedSentence sentence = article.sentenceAt(at);
        Word word = sentence == null ? null : Effects.wordAt(sentence, at);
        Word object = word == null || !word.isVerb() ? null : word.kid("dobj");
        return object != null && Provisions.isPart(object);
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
                && word.tag().startsWith("JJ")
                && sentence.word(word.index() + 1).lower().equals("to")
                && sentence.word(word.index() + 2).tag().matches("NNPS?|DT|NNS")) {
            return true;
        }
        Word finds = word.head();
        return finds != null && FINDING.contains(finds.lemma()) && !owners.isOwn(finds, statement, speakers, article);
    }

    private static boolean isVerbal(Word word) {
        return word.isVerb()
                || word.tag().startsWith("JJ")
                || word.tag().equals("IN")
                || word.tag().equals("NN")
                || word.tag().equals("NNS");
    }
}
