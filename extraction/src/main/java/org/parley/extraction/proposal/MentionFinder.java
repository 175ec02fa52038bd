package org.parley.extraction.proposal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.parley.extraction.ExtractedVersion.Order;
import org.parley.extraction.ProposalMention;
import org.parley.extraction.Span;
import org.parley.extraction.names.Gazetteers;
import org.parley.extraction.parse.EntityType;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;
import org.parley.extraction.text.Table;

/** Finds the phrases that may name a proposal, with the number of points and the sponsor they tell. Immutable. */
final class MentionFinder {

    private static final Set<String> VAGUE = Set.of(
            "any", "no", "every", "each", "some", "such", "another", "what", "which", "either", "neither", "many",
            "several", "various", "other");
    private static final Set<String> DEFINITE = Set.of("the", "this", "that", "these", "those");
    private static final Set<String> BEHIND = Set.of(
            "backed",
            "drafted",
            "brokered",
            "sponsored",
            "proposed",
            "led",
            "authored",
            "mediated",
            "supported",
            "written",
            "designed",
            "crafted",
            "initiated",
            "championed");
    private static final Set<String> UNITS = Set.of("point", "article", "item", "paragraph", "step", "page", "clause");
    private static final Set<String> TIMES = Set.of("hour", "day", "week", "month", "year");
    private static final Map<String, Integer> ORDINALS = Map.of("second", 2, "third", 3, "fourth", 4, "fifth", 5);

    /** "a 14-point paper" is a text of terms; "the paper" may be any. */
    private static final Head COUNTED_PAPER = new Head("paper", ProposalMention.Kind.PLAN, "plan", Head.Use.ANAPHOR);

    private final Map<String, Head> heads = new HashMap<>();
    private final Map<String, String> modifiers = new HashMap<>();
    private final Gazetteers gazetteers;

    MentionFinder(Gazetteers gazetteers) {
        this.gazetteers = gazetteers;
        for (String[] row : Table.rows("proposal/heads.tsv", MentionFinder.class)) {
            heads.put(
                    row[0],
                    new Head(
                            row[0],
                            ProposalMention.Kind.valueOf(row[1]),
                            row[2],
                            Head.Use.valueOf(row[3].toUpperCase(Locale.ROOT))));
        }
        for (String[] row : Table.rows("proposal/modifiers.tsv", MentionFinder.class)) {
            modifiers.put(row[0], row[1]);
        }
    }

    /** The phrases of an article that may name a proposal, in order, none within another. */
    List<Candidate> in(Article article) {
        Map<String, Head> names = CountedHeads.with(heads, article);
        List<Candidate> found = new ArrayList<>();
        Set<String> families = new HashSet<>();
        Set<String> local = LocalHeads.in(article, heads);
        for (ParsedSentence sentence : article.sentences()) {
            for (int i = 0; i < sentence.size(); i++) {
                Candidate one = at(i, sentence, families, names, local, article);
                if (one != null
                        && (found.isEmpty()
                                || found.get(found.size() - 1).span().end()
                                        <= one.span().start())) {
                    found.add(one);
                    families.add(one.family());
                }
            }
        }
        return found;
    }

    private Candidate at(
            int i,
            ParsedSentence sentence,
            Set<String> families,
            Map<String, Head> names,
            Set<String> local,
            Article article) {
        Word noun = sentence.word(i);
        Head head = head(noun, sentence, names);
        boolean unknown = head != null && head.use() == Head.Use.LOCAL && !local.contains(head.lemma());
        if (head == null || unknown || isPremodifier(sentence, i)) {
            return null;
        }
        int from = PhraseBorders.start(sentence, i);
        Features features = features(sentence, from, i, head);
        boolean isPast = features != null
                && head.use() == Head.Use.COUNTED
                && from > 0
                && sentence.word(from - 1).lower().equals("from");
        if (isOfferOf(noun, names, local)) {
            return null;
        }
        boolean register = head.lemma().equals("list") && isListOfThings(sentence, i);
        if (features == null || isPast || register) {
            return null;
        }
        Span span = new Span(sentence.word(from).start(), PhraseBorders.end(sentence, i, names));
        if (!Naming.names(noun, head, features, families) && !hasPoints(head, features, span, sentence, article)) {
            return null;
        }
        boolean text = head.family().equals("paper") && features.count() != null;
        return new Candidate(span, text ? COUNTED_PAPER : head, features, sentence, noun, from);
    }

    /** "The text handed out today has eight points": what has points is a proposal, the first time it is named as well. */
    private static boolean hasPoints(
            Head head, Features features, Span span, ParsedSentence sentence, Article article) {
        return head.use() == Head.Use.ANAPHOR
                && features.definite()
                && Counts.hasPoints(article.text(), span, sentence.span().end());
    }

    /** "its offer of a two-year contract": where the contract is a mention, the offer is none of its own. */
    private static boolean isOfferOf(Word noun, Map<String, Head> names, Set<String> local) {
        if (!noun.lemma().equals("offer")) {
            return false;
        }
        return noun.kids("prep").stream()
                .filter(of -> of.lower().equals("of"))
                .map(of -> of.kid("pobj"))
                .anyMatch(what -> what != null && local.contains(what.lemma()) && names.containsKey(what.lemma()));
    }

    /** "a long list of papers", but not "the list of Ada Orr". */
    private static boolean isListOfThings(ParsedSentence sentence, int i) {
        Word of = i + 1 < sentence.size() ? sentence.word(i + 1) : null;
        Word things = of == null || !of.lower().equals("of") ? null : of.kid("pobj");
        return things != null && (things.tag().equals("NNS") || (things.entity() == null && !things.isProperNoun()));
    }

    private static Head head(Word noun, ParsedSentence sentence, Map<String, Head> names) {
        String lemma = noun.lemma().toLowerCase(Locale.ROOT);
        if (!noun.isNoun()) { // "counter-proposal" is often taken for an adjective
            Head sure = noun.tag().startsWith("JJ") ? names.get(lemma) : null;
            return sure != null && sure.use() == Head.Use.SURE ? sure : null;
        }
        int i = noun.index();
        if (i > 1
                && sentence.word(i - 1).form().equals("-")
                && sentence.word(i - 1).end() == noun.start()) {
            Head joined = names.get(sentence.word(i - 2).lower() + "-" + lemma);
            return joined;
        }
        return names.get(lemma);
    }

    /** "plan" in "plan author": part of another noun's name. */
    private boolean isPremodifier(ParsedSentence sentence, int i) {
        Word noun = sentence.word(i);
        if (i + 1 >= sentence.size()) {
            return false;
        }
        Word next = sentence.word(i + 1);
        if (noun.tag().equals("NNS")
                && noun.hasRelation("root")
                && Set.of("a", "an", "\"", "\u201c", "\u2018").contains(next.lower())) {
            return true; // "the menu offers a ...": a verb
        }
        if (next.lower().equals("calls")
                && i + 2 < sentence.size()
                && sentence.word(i + 2).lower().equals("for")) { // a verb, whatever it was tagged
            return false;
        }
        boolean starts = next.isProperNoun() && !noun.isProperNoun(); // "the freeze | Osterland floated"
        return (next.isNoun() && !starts && noun.hasRelation("compound", "nmod", "nn"))
                || (next.form().equals("-") && next.start() == noun.end());
    }

    private Features features(ParsedSentence sentence, int from, int to, Head head) {
        Word first = sentence.word(from);
        if (VAGUE.contains(first.lower()) && from < to) {
            return null;
        }
        Integer count = null;
        String sponsor = null;
        Order order = null;
        int ordinal = 0;
        boolean topic = false;
        boolean definite = DEFINITE.contains(first.lower()) || first.tag().equals("PRP$");
        String body = null;
        List<String> names = new ArrayList<>();
        for (int i = from; i < to; i++) {
            Word word = sentence.word(i);
            boolean owns = i + 1 < to && sentence.word(i + 1).tag().equals("POS");
            body = owns && Bodies.has(word.lower()) ? word.lower() : body;
            String lower = word.lower();
            if (lower.equals("next")) {
                return null; // one that does not exist yet
            }
            definite |= word.tag().equals("POS");
            count = count != null ? count : count(sentence, i, to, head);
            String kind = modifiers.getOrDefault(lower, "");
            topic |= kind.equals("topic") || isSpan(sentence, i, to);
            order = kind.equals("first") ? Order.FIRST : kind.equals("later") ? Order.LATER : order;
            ordinal = ORDINALS.getOrDefault(lower, ordinal);
            sponsor = sponsor != null ? sponsor : sponsor(sentence, from, i, to);
            if (word.isProperNoun()
                    && !word.is(EntityType.DATE)
                    && gazetteers.country(word.form()).isEmpty()) {
                names.add(lower);
            }
        }
        count = count != null ? count : PhraseBorders.ofPoints(sentence, to);
        String own = PhraseBorders.ofOwn(sentence, to);
        String owner = own != null ? own : first.tag().equals("PRP$") && from < to ? first.lower() : null;
        definite |= own != null;
        order = order == null && head.lemma().equals("original") ? Order.FIRST : order;
        Integer behind = from == to ? numberBehind(sentence, to) : null;
        if (behind != null && head.family().equals("plan")) {
            order = behind > 1 ? Order.LATER : Order.FIRST;
            ordinal = behind;
        }
        return new Features(count, sponsor, owner, body, order, ordinal, definite, topic, names);
    }

    /** "draft two had more": which of them, where no article stands in front and nothing counted follows. */
    private static Integer numberBehind(ParsedSentence sentence, int noun) {
        if (noun + 1 >= sentence.size() || !sentence.word(noun).lower().matches("draft|version|text")) {
            return null;
        }
        Word behind = sentence.word(noun + 1);
        boolean counts = noun + 2 < sentence.size()
                && (sentence.word(noun + 2).isNoun()
                        || sentence.word(noun + 2).tag().startsWith("JJ")
                        || sentence.word(noun + 2).form().equals("-"));
        Integer number = counts || !behind.tag().equals("CD") ? null : Numbers.of(behind.lower());
        return number == null || number > 9 ? null : number;
    }

    /** "90-day", "72-hour": how long something is to last names it. */
    private static boolean isSpan(ParsedSentence sentence, int i, int to) {
        Word word = sentence.word(i);
        boolean number = Numbers.of(word.lower()) != null;
        boolean hyphen = i + 2 < to && sentence.word(i + 1).form().equals("-");
        return number && hyphen && TIMES.contains(sentence.word(i + 2).lower());
    }

    /** The number in "28-point", "eight" of "eight conditions", "three-paragraph". */
    private static Integer count(ParsedSentence sentence, int i, int to, Head head) {
        String lower = sentence.word(i).lower();
        Integer number = Numbers.of(lower);
        boolean hyphen = i + 2 <= to && sentence.word(i + 1).form().equals("-");
        if (number != null && hyphen && UNITS.contains(sentence.word(i + 2).lower())) {
            return number;
        }
        boolean counted = head.use() == Head.Use.COUNTED || head.use() == Head.Use.PLURAL;
        if (number != null && i == to - 1 && counted) {
            return number;
        }
        int dash = lower.indexOf('-');
        return dash > 0 && UNITS.contains(lower.substring(dash + 1)) ? Numbers.of(lower.substring(0, dash)) : null;
    }

    /** "US-backed", "American", "Washington's": who is behind it, in the usual name. */
    private String sponsor(ParsedSentence sentence, int from, int i, int noun) {
        Word word = sentence.word(i);
        if (word.isPunctuation() || word.tag().equals("POS")) {
            return null;
        }
        boolean backed = i + 2 < sentence.size()
                && sentence.word(i + 1).form().equals("-")
                && BEHIND.contains(sentence.word(i + 2).lower());
        boolean owner = i + 1 < noun && sentence.word(i + 1).tag().equals("POS") && (word.isProperNoun());
        boolean country = word.isProperNoun() || word.tag().startsWith("JJ");
        for (int k = Math.max(from, i - 2); k <= i; k++) {
            String words = text(sentence, k, i);
            var known = gazetteers.country(words);
            if (known.isPresent() && country) {
                return known.get().country().name();
            }
        }
        if (backed || owner) {
            return word.is(EntityType.GPE)
                            || word.is(EntityType.ORG)
                            || word.is(EntityType.PERSON)
                            || word.isProperNoun()
                    ? entity(word)
                    : null;
        }
        return null;
    }

    private static String entity(Word word) {
        String name = word.entity() == null ? word.form() : word.entity().text().replaceAll("\\s+", " ");
        return name.replaceFirst("['\u2019]s?$", "");
    }

    private static String text(ParsedSentence sentence, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i <= to; i++) {
            text.append(i > from ? " " : "").append(sentence.word(i).form());
        }
        return text.toString();
    }
}
