package org.parley.extraction.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.extraction.ExtractedPoint.Fate;
import org.parley.extraction.Span;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;
import org.parley.extraction.syntax.Clauses;

/** What an article says its proposals hold: "includes", "would cap", lists, "under the plan", and what was struck at whose insistence. */
final class Points {

    private static final Set<String> HOLD = Set.of(
            "include",
            "contain",
            "call",
            "offer",
            "keep",
            "add",
            "provide",
            "envisage",
            "envision",
            "foresee",
            "demand",
            "require",
            "ask",
            "feature",
            "cover",
            "address",
            "propose",
            "grant",
            "retain",
            "preserve",
            "introduce",
            "comprise",
            "stipulate",
            "specify",
            "focus",
            "seek",
            "let",
            "allow",
            "oblige",
            "outline",
            "promise",
            "drop",
            "omit",
            "remove",
            "exclude");
    private static final Map<String, Fate> FATES = Map.of(
            "keep",
            Fate.KEPT,
            "retain",
            Fate.KEPT,
            "preserve",
            Fate.KEPT,
            "add",
            Fate.NEW,
            "introduce",
            Fate.NEW,
            "drop",
            Fate.REMOVED,
            "omit",
            Fate.REMOVED,
            "remove",
            Fate.REMOVED,
            "exclude",
            Fate.REMOVED);
    private static final Set<String> NOT_A_POINT = Set.of(
            "be",
            "become",
            "remain",
            "fail",
            "collapse",
            "need",
            "come",
            "depend",
            "lead",
            "mean",
            "serve",
            "live",
            "have",
            "take",
            "go",
            "close",
            "likely",
            "see",
            "face",
            "survive",
            "die",
            "work",
            "help",
            "make",
            "get",
            "cost",
            "risk",
            "sign");
    private static final Set<String> MODALS = Set.of("would", "will", "shall", "must");
    private static final Set<String> IT = Set.of("it", "they", "which", "that");
    private static final Set<String> IT_ALONE = Set.of("it", "they");
    private static final Pattern UNDER = Pattern.compile("(?:^|[.;]\\s|\\s)(?i:under)(?: the terms of)?\\s$");

    private final Article article;
    private final Removals removals;
    private final ToldPoints told;
    private final ListedPoints listed;

    Points(Article article, Making making) {
        this.article = article;
        this.told = new ToldPoints(article);
        this.listed = new ListedPoints(article, told);
        this.removals = new Removals(article, making);
    }

    /** Enters the points into the versions that hold them. */
    void tell(List<Line> lines, Map<ParsedSentence, List<Candidate>> bySentence) {
        Slot last = null;
        for (ParsedSentence sentence : article.sentences()) {
            List<Candidate> here = bySentence.getOrDefault(sentence, List.of());
            for (Candidate one : here) {
                Slot slot = one.isBareCount() ? null : slotOf(lines, one);
                if (slot != null) {
                    last = slot;
                    ofVerb(verbOf(one.noun()), one.noun(), slot);
                    for (Word kid : one.noun().kids()) {
                        if (kid.hasRelation("relcl")
                                && Clauses.ownSubject(kid) != null
                                && IT.contains(Clauses.ownSubject(kid).lower())) {
                            ofVerb(kid, Clauses.ownSubject(kid), slot);
                        }
                    }
                    for (Word inside : sentence.in(one.span())) {
                        Word relative = inside == one.noun() ? null : inside.kid("relcl");
                        Word who = relative == null ? null : Clauses.ownSubject(relative);
                        if (who != null && IT.contains(who.lower())) { // "a paper on monitoring that would put ..."
                            ofVerb(relative, who, slot);
                        }
                    }
                    if (one.head().use() != Head.Use.STRONG
                            && one.head().family().equals("offer")
                            && isToldNow(one)) {
                        add(slot, PointPhrases.of(one.noun()), null, 0.6);
                    }
                    under(one, sentence, slot);
                    listed.list(sentence, slot);
                    told.in(one, sentence, slot);
                }
            }
            listed.headed(sentence, last);
            pronouns(sentence, here, lines, last);
            removals.in(sentence, last, !here.isEmpty());
            if (last != null) {
                told.in(sentence, last);
            }
        }
    }

    /** "It keeps ...": the proposal named before it in the sentence, else the one spoken of last, where "it" begins. */
    private void pronouns(ParsedSentence sentence, List<Candidate> here, List<Line> lines, Slot last) {
        for (Word word : sentence.words()) {
            if (!IT_ALONE.contains(word.lower()) || !Clauses.isSubject(word)) {
                continue;
            }
            Candidate before = here.stream()
                    .filter(one -> !one.isBareCount() && one.span().end() <= word.start())
                    .findFirst()
                    .orElse(null);
            Slot slot = before != null ? slotOf(lines, before) : word.index() == 0 && here.isEmpty() ? last : null;
            if (slot != null) {
                ofVerb(word.hasRelation("nsubjpass") ? word.head() : verbOf(word), word, slot);
            }
        }
    }

    private static Slot slotOf(List<Line> lines, Candidate one) {
        for (Line line : lines) {
            Slot slot = line.members.get(one);
            if (slot != null) {
                return slot.now();
            }
        }
        return null;
    }

    /** "proposed a 30-day truce during which nobody is searched": what it is called tells what is offered. */
    private static boolean isToldNow(Candidate one) {
        String words = one.sentence().word(one.from()).lower();
        boolean told = one.noun().kid("relcl", "prep") != null || one.features().topic();
        return told && Naming.INDEFINITE.contains(words);
    }

    /** The verb a word is the subject of; of "is expected to include" the last. */
    private static Word verbOf(Word subject) {
        Word verb = Clauses.isSubject(subject) ? subject.head() : null;
        Word then = verb == null ? null : verb.kid("xcomp");
        return then != null && then.isVerb() && !HOLD.contains(lemma(verb)) ? then : verb;
    }

    private static String lemma(Word word) {
        return word.lemma().toLowerCase(java.util.Locale.ROOT);
    }

    private void ofVerb(Word verb, Word subject, Slot slot) {
        if (verb == null || !verb.isVerb() || article.inQuotation(verb) || Clauses.isNegated(verb)) {
            return;
        }
        List<Word> verbs = new ArrayList<>(List.of(verb));
        for (Word also : verb.kids("conj")) {
            if (also.isVerb() && Clauses.ownSubject(also) == null) {
                verbs.add(also);
            }
        }
        String modal = Clauses.modal(verb);
        for (Word each : verbs) {
            if (HOLD.contains(lemma(each)) && objects(each, slot)) {
                continue;
            }
            boolean would = modal != null
                    && MODALS.contains(modal)
                    && !NOT_A_POINT.contains(lemma(each))
                    && !Clauses.isPassive(each);
            if (would && each.kid("dobj", "dative", "prep", "ccomp", "xcomp", "npadvmod") != null) {
                add(slot, PointPhrases.clause(each, subject), FATES.get(lemma(each)), 0.7);
            }
        }
    }

    /** What a verb of holding takes, one point for each of what "and" joins. */
    private boolean objects(Word verb, Slot slot) {
        List<Word> nouns = new ArrayList<>();
        for (Word kid : verb.kids()) {
            if (kid.index() < verb.index()) {
                continue;
            }
            if (kid.hasRelation("dobj", "attr")) {
                nouns.add(kid);
            } else if (kid.hasRelation("prep")
                    && Set.of("for", "on").contains(kid.lower())
                    && Set.of("call", "provide", "focus").contains(lemma(verb))) {
                nouns.addAll(kid.kids("pobj"));
            }
        }
        Word doing = verb.kid("xcomp", "ccomp");
        doing = doing == null && verb.kid("advcl") != null && Clauses.isInfinitive(verb.kid("advcl"))
                ? verb.kid("advcl")
                : doing;
        if (doing != null && doing.isVerb() && doing.index() > verb.index()) {
            for (Word also : doing.kids("conj")) { // "would oblige it to open the gate and to mend the wall"
                if (also.isVerb()
                        && also.kid("aux") != null
                        && also.kid("aux").lower().equals("to")) {
                    add(slot, PointPhrases.clause(also, null), FATES.get(lemma(verb)), 0.7);
                }
            }
            Span span = PointPhrases.clause(doing, null);
            Word who = nouns.size() == 1 && nouns.get(0).index() < doing.index() ? nouns.get(0) : null;
            add(
                    slot,
                    who == null ? span : PointPhrases.of(who).cover(span), // "require captains to carry a lamp"
                    FATES.get(lemma(verb)),
                    0.7);
            return true;
        }
        List<Word> all = new ArrayList<>();
        nouns.forEach(noun -> PointPhrases.spread(noun, all));
        for (Word noun : all) {
            if (noun.isNoun() || noun.tag().equals("CD")) {
                add(slot, PointPhrases.of(noun), FATES.get(lemma(verb)), 0.75);
            }
        }
        return !all.isEmpty();
    }

    /** "Under the plan, X would ...". */
    private void under(Candidate one, ParsedSentence sentence, Slot slot) {
        String before = article.text()
                .substring(
                        Math.max(sentence.span().start(), one.span().start() - 20),
                        one.span().start());
        int comma = article.text().indexOf(',', one.span().end());
        if (UNDER.matcher(before).find()
                && comma >= 0
                && comma <= one.span().end() + 30
                && comma < sentence.span().end() - 10) {
            String rest = article.text().substring(comma + 1, sentence.span().end());
            Matcher said = Pattern.compile(",? [^,]{1,60} (?:said|says|told)\\b.*$", Pattern.DOTALL)
                    .matcher(rest);
            int end = said.find() && said.start() > 10
                    ? said.start()
                    : rest.replaceFirst("[.\\s]+$", "").length();
            int lead = rest.length() - rest.stripLeading().length();
            if (end > lead) {
                add(
                        slot,
                        new Span(comma + 1 + lead, comma + 1 + end),
                        rest.contains("instead of") ? Fate.CHANGED : null,
                        0.7);
            }
        }
    }

    private void add(Slot slot, Span span, Fate fate, double confidence) {
        told.add(slot, span, fate, confidence);
    }
}
