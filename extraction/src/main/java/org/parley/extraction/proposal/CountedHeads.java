package org.parley.extraction.proposal;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.parley.extraction.ProposalMention;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;

/** What has points is a proposal, whatever it is called: after "the 9-point timetable", "the timetable" names it in that article. */
final class CountedHeads {

    /** What is measured in points, or told in them, and is no proposal. */
    private static final Set<String> SCORES = Set.of(
            "lead",
            "drop",
            "fall",
            "gain",
            "rise",
            "rally",
            "loss",
            "win",
            "margin",
            "advantage",
            "increase",
            "decrease",
            "cut",
            "swing",
            "victory",
            "defeat",
            "deficit",
            "scale",
            "shot",
            "play",
            "jump",
            "slide",
            "plunge",
            "gap",
            "difference",
            "majority",
            "decline",
            "turn",
            "type",
            "font",
            "game",
            "season",
            "night",
            "performance",
            "basis",
            "statement",
            "speech",
            "summary",
            "explanation",
            "question",
            "checklist",
            "system",
            "improvement",
            "hike");

    private CountedHeads() {}

    /** The known nouns, with those that this article counts the points of. */
    static Map<String, Head> with(Map<String, Head> known, Article article) {
        Map<String, Head> all = known;
        for (ParsedSentence sentence : article.sentences()) {
            for (Word noun : sentence.words()) {
                String lemma = noun.lemma().toLowerCase(Locale.ROOT);
                if (noun.isNoun()
                        && !all.containsKey(lemma)
                        && !SCORES.contains(lemma)
                        && ((Counted.many(sentence, noun) && ends(sentence, noun)) || isProposed(noun))) {
                    all = all == known ? new HashMap<>(known) : all;
                    all.put(lemma, new Head(lemma, ProposalMention.Kind.PLAN, "plan", Head.Use.STRONG));
                }
            }
        }
        return all;
    }

    /** "the proposed grain corridor". */
    private static boolean isProposed(Word noun) {
        return noun.tag().equals("NN")
                && noun.kid("det", "poss") != null
                && noun.kids().stream().anyMatch(kid -> kid.lower().equals("proposed") && kid.index() < noun.index());
    }

    /** Whether no noun follows: "the 9-point plan author" counts nobody's points. */
    private static boolean ends(ParsedSentence sentence, Word noun) {
        int next = noun.index() + 1;
        return next == sentence.size() || !sentence.word(next).isNoun();
    }
}
