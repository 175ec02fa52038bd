package org.parley.extraction.proposal;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.extraction.Span;
import org.parley.extraction.StatedOn;
import org.parley.extraction.detail.DateExpression;
import org.parley.extraction.detail.Dates;
import org.parley.extraction.names.Gazetteers;
import org.parley.extraction.parse.EntityType;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;
import org.parley.extraction.syntax.Clauses;

/** Who put a proposal forward, when, in answer to what, and whether it was taken back: what the verb around its name tells. */
final class Making {

    private static final int FAR = 120;

    private static final Set<String> MAKE = Set.of(
            "hand",
            "present",
            "propose",
            "table",
            "circulate",
            "unveil",
            "publish",
            "release",
            "submit",
            "draft",
            "write",
            "author",
            "float",
            "pitch",
            "offer",
            "issue",
            "put",
            "send",
            "deliver",
            "announce",
            "make",
            "prepare",
            "broker",
            "sponsor",
            "craft",
            "pen",
            "suggest",
            "set",
            "lay",
            "bring",
            "initiate",
            "outline",
            "distribute",
            "share",
            "advance",
            "launch",
            "introduce",
            "list",
            "name");
    /** Of these the ones that make whatever they take a proposal. */
    private static final Set<String> PUT_FORWARD =
            Set.of("propose", "pitch", "float", "offer", "suggest", "table", "unveil", "present");

    private static final Set<String> ANSWER = Set.of("answer", "counter", "respond", "reply", "react");
    private static final Set<String> TAKE_BACK =
            Set.of("withdraw", "scrap", "abandon", "retract", "rescind", "shelve", "drop", "pull", "revoke");
    private static final Set<String> SIGN =
            Set.of("initial", "initialed", "initialled", "sign", "adopt", "approve", "agree");
    private static final String DONE =
            "(?:handed|presented|proposed|tabled|suggested|circulated|unveiled|published|released|submitted|drafted|floated|pitched|offered|issued|announced|sent|delivered|initiall?ed|signed|adopted|approved|put forward)\\b";
    /** "the freeze Osterland floated last week". */
    private static final Pattern NAME_BEHIND = Pattern.compile(
            "^ ((?:\\p{Lu}[\\p{L}'\u2019.-]+ ){0,3}\\p{Lu}[\\p{L}\u2019.-]+) (?:had |has )?(?:first )?" + DONE);
    /** "the accord, 11 articles, was signed in May". */
    private static final Pattern MADE = Pattern.compile(
            "^(?: itself)?(?:,? [^,.;]{1,25},)? (?:(?:that |which )?(?:was|were|has been|had been) |(?:\\p{Lu}[\\p{L}'\u2019.-]+ ){1,4}(?:had |has )?)(?:first )?"
                    + DONE);

    private static final Pattern MONTH =
            Pattern.compile("January|February|March|April|May|June|July|August|September|October|November|December");

    private static final Set<EntityType> MAKERS =
            Set.of(EntityType.PERSON, EntityType.GPE, EntityType.ORG, EntityType.NORP);

    private final Article article;
    private final Gazetteers gazetteers;
    private final Dates dates;

    /** @param published the article's day, or null */
    Making(Article article, Gazetteers gazetteers, LocalDate published) {
        this.article = article;
        this.gazetteers = gazetteers;
        this.dates = Dates.from(published);
    }

    /** The verb that says how a proposal came about, or null. */
    Word verb(Candidate one) {
        Word noun = one.noun();
        for (Word kid : noun.kids()) {
            if (kid.hasRelation("relcl", "acl", "vmod") && isMaking(kid)) {
                return kid;
            }
        }
        Word head = noun.head();
        if (noun.hasRelation("pobj") && head != null && head.lower().equals("with") && head.head() != null) {
            // "answered the draft with an offer": with may hang on either
            Word answer = head.head().isNoun() && head.head().hasRelation("dobj")
                    ? head.head().head()
                    : head.head();
            return ANSWER.contains(lemma(answer)) ? answer : null;
        }
        boolean made = noun.hasRelation("dobj", "nsubjpass") && head != null && isMaking(head);
        return made ? head : null;
    }

    private static boolean isMaking(Word verb) {
        return verb.isVerb()
                && (MAKE.contains(lemma(verb)) || SIGN.contains(lemma(verb)) || SIGN.contains(verb.lower()));
    }

    static boolean isPuttingForward(Word verb) {
        return PUT_FORWARD.contains(lemma(verb))
                || (lemma(verb).equals("put")
                        && verb.kids().stream()
                                .anyMatch(k -> k.lower().equals("forward")
                                        || (k.lower().equals("to") && k.hasRelation("prep", "dative"))));
    }

    private static String lemma(Word word) {
        return word.lemma().toLowerCase(Locale.ROOT);
    }

    /** Who made it, by its own words or by the verb; null when the text does not tell. */
    String maker(Candidate one) {
        if (one.features().sponsor() != null) {
            return one.features().sponsor();
        }
        for (Word kid : one.noun().kids()) {
            boolean by = kid.lower().equals("from")
                    || kid.lower().equals("by")
                    || (kid.lower().equals("of") && !one.head().family().equals("plan"));
            Word who = by ? kid.kid("pobj") : null;
            if (who != null && isMaker(who)) {
                return name(who);
            }
        }
        Word verb = verb(one);
        if (verb != null && !SIGN.contains(verb.lower()) && !SIGN.contains(lemma(verb))) {
            Word who = Clauses.isPassive(verb) ? Clauses.agent(verb) : subject(verb);
            if (who != null && who != one.noun() && !who.isBelow(one.noun())) {
                Word between = isMaker(who) ? who : between(who, verb, one.sentence());
                return between == null ? null : name(between);
            }
            if (who != null && who.isBelow(one.noun()) && isMaker(who)) {
                return name(who);
            }
        }
        Matcher behind = NAME_BEHIND.matcher(rest(one));
        if (behind.find()) {
            return gazetteers
                    .country(behind.group(1))
                    .map(known -> known.country().name())
                    .orElse(behind.group(1));
        }
        if (one.features().body() != null) {
            return Bodies.named(one.features().body(), article, this);
        }
        return one.features().owner() == null ? null : owner(one);
    }

    /** "The news: on Monday Ada Orr pitched a plan": the person right before the verb, whatever the tree takes for its subject. */
    private static Word between(Word subject, Word verb, ParsedSentence sentence) {
        for (int i = verb.index() - 1; i > subject.index(); i--) {
            if (sentence.word(i).is(EntityType.PERSON)) {
                return sentence.word(i);
            }
        }
        return null;
    }

    /** The nearest before it: "The news: Orr pitched a plan" has two. */
    private static Word subject(Word verb) {
        Word last = null;
        for (Word kid : verb.kids()) {
            last = Clauses.isSubject(kid) && kid.index() < verb.index() ? kid : last;
        }
        return last == null ? Clauses.ownSubject(verb) : last;
    }

    /** What follows the phrase in its sentence. */
    private String rest(Candidate one) {
        return article.text()
                .substring(
                        one.span().end(),
                        Math.max(one.span().end(), one.sentence().span().end()));
    }

    /** Whom "its", "his" or "her" stands for: the nearest name before it that can be meant. */
    private String owner(Candidate one) {
        boolean person = Set.of("his", "her").contains(one.features().owner());
        if (one.features().owner().equals("their") || one.features().owner().equals("our")) {
            return null;
        }
        String here = nearest(one.sentence(), one.from(), person);
        int before = one.sentence().index() - 1;
        if (here != null || before < 0) {
            return here;
        }
        ParsedSentence last = article.sentences().get(before);
        return nearest(last, last.size(), person);
    }

    private String nearest(ParsedSentence sentence, int before, boolean person) {
        for (int i = before - 1; i >= 0; i--) {
            Word word = sentence.word(i);
            boolean body = word.is(EntityType.GPE) || word.is(EntityType.ORG) || isNamedSubject(word);
            if (person
                    ? word.is(EntityType.PERSON)
                    : body && !MONTH.matcher(word.form()).matches()) {
                return name(word);
            }
        }
        return null;
    }

    /** "Elm Ferries has pulled its offer": a name that no list knows. */
    private static boolean isNamedSubject(Word word) {
        return word.isProperNoun() && word.entity() == null && Clauses.isSubject(word);
    }

    private static boolean isMaker(Word word) {
        return word.entity() == null ? word.isProperNoun() : MAKERS.contains(word.entityType());
    }

    /** The usual name of whom a word stands for. */
    String name(Word word) {
        String words = word.entity() == null
                ? properNouns(word)
                : word.entity().text().replaceAll("\\s+", " ").replaceFirst("['\u2019]s?$", "");
        return gazetteers.country(words).map(known -> known.country().name()).orElse(words);
    }

    /** The usual name of a country, or the words as they are. */
    String country(String words) {
        return gazetteers.country(words).map(known -> known.country().name()).orElse(words);
    }

    private String properNouns(Word word) {
        List<Word> words = article.sentenceOf(word).words();
        int from = word.index();
        while (from > 0
                && (words.get(from - 1).isProperNoun()
                        || words.get(from - 1).form().equals("-"))) {
            from--;
        }
        return article.text(words.get(from).span().cover(word.span()));
    }

    /** The day it was made, where the verb's clause or the name itself tells; or null. */
    DateExpression date(Candidate one) {
        for (DateExpression date : dates.in(article.text(), one.span())) {
            if (date.date() != null) {
                return date;
            }
        }
        Word verb = verb(one);
        verb = verb == null || Clauses.modal(verb) != null || Clauses.isNegated(verb) ? null : verb;
        Span clause = verb == null ? null : verb.subtreeSpan();
        for (Word kid : one.noun().kids()) { // "the counter-offer of September 11"
            clause = clause == null && kid.lower().equals("of") ? kid.subtreeSpan() : clause;
        }
        Matcher made = MADE.matcher(rest(one));
        if (clause == null && made.find()) {
            clause = new Span(one.span().end(), one.sentence().span().end());
        }
        if (clause == null) {
            return null;
        }
        List<DateExpression> told = dates.in(article.text(), clause).stream()
                .filter(date -> date.date() != null && date.precision() == StatedOn.Precision.DAY)
                .toList();
        return told.size() == 1 ? told.get(0) : null;
    }

    /** The proposal that a verb of answering takes: "answered the first draft with a counter-offer". */
    Candidate answered(Candidate one, List<Candidate> others) {
        Word verb = verb(one);
        boolean answers = verb != null && ANSWER.contains(lemma(verb));
        for (Candidate other : others) {
            boolean there = answers
                    && other != one
                    && other.noun().head() == verb
                    && other.noun().hasRelation("dobj");
            if (there || (other != one && isAnswerTo(one, other))) {
                return other;
            }
        }
        return null;
    }

    /** "a counter-proposal to the plan", "in response to the draft". */
    private boolean isAnswerTo(Candidate one, Candidate other) {
        if (other.span().start() <= one.span().start() || other.sentence() != one.sentence()) {
            return false;
        }
        String between = article.text().substring(one.span().end(), other.span().start());
        return between.matches("(?s)\\s(?:to|in (?:response|reply|answer) to|answering|countering|that could undo)\\s");
    }

    /** Whether a verb says that a proposal was taken back, in so many words and not as a possibility or a rumour. */
    Word takenBack(Word noun) {
        Word verb = noun.head();
        boolean taken = verb != null
                && verb.isVerb()
                && TAKE_BACK.contains(lemma(verb))
                && ((noun.hasRelation("nsubjpass") && Clauses.agent(verb) != null)
                        || (noun.hasRelation("dobj")
                                && (verb.tag().equals("VBD")
                                        || verb.tag().equals("VBN")
                                        || verb.tag().equals("VBZ"))));
        return taken && Clauses.modal(verb) == null && !Clauses.isNegated(verb) && !isInfinitive(verb) ? verb : null;
    }

    private static boolean isInfinitive(Word verb) {
        return Clauses.isInfinitive(verb)
                || (verb.hasRelation("advcl")
                        && verb.kid("mark") != null
                        && Set.of("if", "unless").contains(verb.kid("mark").lower()));
    }

    DateExpression dateOf(Word verb) {
        return dates.in(article.text(), verb.subtreeSpan()).stream()
                .filter(date -> date.date() != null && date.precision() == StatedOn.Precision.DAY)
                .findFirst()
                .orElse(null);
    }
}
