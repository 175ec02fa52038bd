package org.parley.extraction.proposal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.parley.extraction.ProposalMention;
import org.parley.extraction.Span;
import org.parley.extraction.names.Gazetteers;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;
import org.parley.extraction.text.Table;

/** Finds the phrases that may name a proposal, with the number of points and the sponsor they tell. Immutable. */
final class MentionFinder {

    private static final String COUNTER = "counter-";

    /** "a 14-point paper" is a text of terms; "the paper" may be any. */
    private static final Head COUNTED_PAPER = new Head("paper", ProposalMention.Kind.PLAN, "plan", Head.Use.ANAPHOR);

    private final Map<String, Head> heads = new HashMap<>();
    /** The heads, and what is fought over in articles that name nothing by them. */
    private final Map<String, Head> measures = new HashMap<>();

    private final PhraseReader phrases;

    MentionFinder(Gazetteers gazetteers) {
        this.phrases = new PhraseReader(gazetteers);
        for (String[] row : Table.rows("proposal/heads.tsv", MentionFinder.class)) {
            heads.put(
                    row[0],
                    new Head(
                            row[0],
                            ProposalMention.Kind.valueOf(row[1]),
                            row[2],
                            Head.Use.valueOf(row[3].toUpperCase(Locale.ROOT))));
        }
        for (String[] row : Table.rows("proposal/measures.tsv", MentionFinder.class)) {
            measures.put(row[0], new Head(row[0], ProposalMention.Kind.valueOf(row[1]), row[2], Head.Use.LOCAL));
        }
        measures.putAll(heads);
    }

    /** The phrases of an article that may name a proposal, in order, none within another. */
    List<Candidate> in(Article article) {
        List<Candidate> named = in(article, heads);
        return named.isEmpty() ? in(article, measures) : named;
    }

    private List<Candidate> in(Article article, Map<String, Head> known) {
        Map<String, Head> names = CountedHeads.with(known, article);
        List<Candidate> found = new ArrayList<>();
        Set<String> families = new HashSet<>();
        Set<String> local = LocalHeads.in(article, known);
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
        boolean unknown = head != null
                && head.use() == Head.Use.LOCAL
                && !local.contains(head.lemma())
                && !Naming.isPutForward(noun, head);
        if (head == null || unknown || isPremodifier(sentence, i)) {
            return null;
        }
        int from = PhraseBorders.start(sentence, i);
        Features features = phrases.features(sentence, from, i, head);
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
            return named(sentence.word(i - 2).lower() + "-" + lemma, names);
        }
        return named(lemma, names);
    }

    /** Of a noun that names proposals, or that turns one against another: "counter-plan", "counter-draft". */
    private static Head named(String lemma, Map<String, Head> names) {
        boolean counters = lemma.startsWith(COUNTER) && names.containsKey(lemma.substring(COUNTER.length()));
        return names.getOrDefault(lemma, counters ? names.get("counter-proposal") : null);
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
}
