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
import org.parley.extraction.parse.EntityType;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;
import org.parley.extraction.syntax.Clauses;
import org.parley.extraction.text.Table;

/** Reads a stance off the words of what is said: which attitudes they tell, whether the speaker's own, whether denied. */
final class Attitudes {

    private static final int LONGEST = 600;
    private static final Set<String> DENIALS =
            Set.of("not", "n't", "never", "no", "nothing", "neither", "nor", "hardly", "without", "cannot");
    private static final Pattern HEADS = Pattern.compile(
            "(?i)(?:the )?(?:president|prime minister|premier|foreign minister|chancellor|head of state)");
    private static final Set<String> OWN = Set.of("i", "we", "he", "she", "it", "our", "us", "my");

    private static final Set<Attitude> TURNED_BY_DENIAL = EnumSet.of(
            Attitude.FOR_DEED, Attitude.FOR, Attitude.BASIS, Attitude.AGAINST_DEED, Attitude.AGAINST, Attitude.DOUBT);

    private static final Set<Attitude> DEEDS =
            EnumSet.of(Attitude.FOR_DEED, Attitude.AGAINST_DEED, Attitude.UNDO, Attitude.YIELD, Attitude.WAIT);

    private static final Set<Attitude> JUDGEMENTS = EnumSet.of(Attitude.FOR, Attitude.AGAINST, Attitude.DOUBT);
    private static final Set<String> TEXTS = Set.of(
            "text",
            "paper",
            "document",
            "page",
            "plan",
            "deal",
            "offer",
            "draft",
            "proposal",
            "agreement",
            "accord",
            "treaty",
            "nothing",
            "anything",
            "everything",
            "something");
    private static final Set<String> AS = Set.of("as", "like");
    private static final Set<String> FINDING = Set.of("find", "consider", "deem", "call", "think", "regard");

    private final Map<Attitude, Pattern> patterns = new EnumMap<>(Attitude.class);

    private final Sides sides;

    Attitudes(Sides sides) {
        this.sides = sides;
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
                    if (row.getKey() != row.getKey().plain()
                            && !isPredicate(span.start() + matcher.end() - 1, statement, article)) {
                        continue;
                    }
                    if (unnamed && DEEDS.contains(row.getKey()) && isDoneToAnother(at, article)) {
                        continue;
                    }
                    Attitude meant = meant(row.getKey().plain(), at, statement, speakers, article);
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
        return told.stream().anyMatch(one -> DEEDS.contains(one) || one == Attitude.BASIS);
    }

    /** The stance all that is told comes to; null where it takes no side. */
    static StanceValue value(Set<Attitude> told) {
        boolean basis = told.contains(Attitude.BASIS);
        boolean positive = told.contains(Attitude.FOR) || told.contains(Attitude.FOR_DEED);
        boolean against = told.contains(Attitude.AGAINST) || told.contains(Attitude.AGAINST_DEED);
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
        Word word = sentence == null ? null : wordAt(sentence, at);
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
        Word word = sentence == null ? null : wordAt(sentence, at);
        if (word == null || !word.isVerb()) {
            return false;
        }
        List<Word> objects = new ArrayList<>(word.kids("dobj", "xcomp", "ccomp"));
        word.kids("prep").forEach(prep -> objects.addAll(prep.kids("pobj", "pcomp")));
        return objects.stream()
                .anyMatch(object -> object.isVerb()
                        || (object.isNoun() && object.index() > word.index() && !TEXTS.contains(object.lemma())));
    }

    /** What a word means where it stands: turned round by "not", nothing when it is somebody else's deed. */
    private Attitude meant(Attitude attitude, int at, Attribution statement, List<Speaker> speakers, Article article) {
        ParsedSentence sentence = article.sentenceAt(at);
        Word word = sentence == null ? null : wordAt(sentence, at);
        boolean deed = DEEDS.contains(attitude);
        if (word == null) {
            return deed ? null : attitude;
        }
        if (attitude == Attitude.YIELD) {
            return isDenied(word, sentence) ? attitude : null;
        }
        if (attitude == Attitude.UNDO) {
            return !isOwn(word, statement, speakers, article)
                    ? null
                    : isDenied(word, sentence) ? Attitude.FOR_DEED : Attitude.UNDO;
        }
        if (deed && (!isVerbal(word) || !isOwn(word, statement, speakers, article))) {
            return null;
        }
        if (JUDGEMENTS.contains(attitude) && isAnothers(word, sentence, statement, speakers, article)) {
            return null;
        }
        if (!TURNED_BY_DENIAL.contains(attitude) || !isDenied(word, sentence)) {
            return attitude;
        }
        return switch (attitude) {
            case FOR_DEED, FOR, BASIS -> Attitude.AGAINST;
            case AGAINST_DEED -> Attitude.WAIT; // "rejected nothing" is not yet in favour
            default -> null;
        };
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
        return finds != null && FINDING.contains(finds.lemma()) && !isOwn(finds, statement, speakers, article);
    }

    private static boolean isVerbal(Word word) {
        return word.isVerb()
                || word.tag().startsWith("JJ")
                || word.tag().equals("IN")
                || word.tag().equals("NN");
    }

    /** Whether the deed is the speaker's: "we accept", "he would sign", "Osterland accepts" of Osterland's minister. */
    private boolean isOwn(Word word, Attribution statement, List<Speaker> speakers, Article article) {
        Word subject = Clauses.subject(word.isVerb() || word.head() == null ? word : word.head());
        if (subject == null || statement.content().stream().noneMatch(c -> c.contains(subject.start()))) {
            return true; // the deed of the saying's own subject: "vowed to sign"
        }
        if (OWN.contains(subject.lower())
                || subject.kids("poss").stream()
                        .anyMatch(k -> Set.of("our", "my", "his", "her", "its").contains(k.lower()))) {
            return true;
        }
        String name = article.text(Clauses.nounPhrase(subject)).replaceFirst("^(?i:the) ", "");
        return name.length() > 3 && (sides.isFor(speakers, name) || isHeadOf(subject, speakers));
    }

    /** "President Orr said Norland would sign": who leads a state and is of no other that the text names speaks of his own. */
    private boolean isHeadOf(Word state, List<Speaker> speakers) {
        return state.isProperNoun()
                && !state.is(EntityType.PERSON)
                && !speakers.isEmpty()
                && speakers.get(0).role() != null
                && HEADS.matcher(speakers.get(0).role()).matches();
    }

    private static boolean isDenied(Word word, ParsedSentence sentence) {
        for (int i = word.index() - 1; i >= 0 && word.index() - i <= 4; i--) {
            Word before = sentence.word(i);
            if (before.isPunctuation() && !before.form().equals("\"")) {
                break;
            }
            if (DENIALS.contains(before.lower())) {
                return true;
            }
        }
        List<Word> carriers = new ArrayList<>(List.of(word));
        if (word.head() != null && word.hasRelation("acomp", "attr", "xcomp", "dobj", "oprd", "amod")) {
            carriers.add(word.head());
        }
        for (Word carrier : carriers) {
            if (carrier.kid("neg") != null) {
                return true;
            }
        }
        Word object = word.isVerb() ? word.kid("dobj") : null;
        boolean nothing = word.index() + 1 < sentence.size()
                && sentence.word(word.index() + 1).lower().equals("nothing");
        return nothing || (object != null && DENIALS.contains(object.lower()));
    }

    private static Word wordAt(ParsedSentence sentence, int at) {
        for (Word word : sentence.words()) {
            if (word.start() <= at && at < word.end()) {
                return word;
            }
        }
        return null;
    }
}
