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

    private static final Set<String> UNITS = Set.of("point", "article", "item", "clause");

    private static final int FEWEST = 3;
    private static final int MOST = 99;

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
                if (noun.isNoun() && !all.containsKey(lemma) && !SCORES.contains(lemma) && isCounted(sentence, noun)) {
                    all = all == known ? new HashMap<>(known) : all;
                    all.put(lemma, new Head(lemma, ProposalMention.Kind.PLAN, "plan", Head.Use.STRONG));
                }
            }
        }
        return all;
    }

    /** "9-point", as one word or three, right before it. */
    private static boolean isCounted(ParsedSentence sentence, Word noun) {
        int i = noun.index();
        boolean ends = i + 1 == sentence.size() || !sentence.word(i + 1).isNoun();
        if (!ends || i < 1) {
            return false;
        }
        String before = sentence.word(i - 1).lower();
        int dash = before.indexOf('-');
        if (dash > 0) {
            return UNITS.contains(before.substring(dash + 1)) && isMany(before.substring(0, dash));
        }
        return i > 2
                && UNITS.contains(before)
                && sentence.word(i - 2).form().equals("-")
                && isMany(sentence.word(i - 3).lower());
    }

    private static boolean isMany(String number) {
        Integer count = Numbers.of(number);
        return count != null && count >= FEWEST && count <= MOST;
    }
}
