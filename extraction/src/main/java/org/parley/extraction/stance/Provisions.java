package org.parley.extraction.stance;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.parley.extraction.ExtractedPoint;
import org.parley.extraction.ExtractedProposal;
import org.parley.extraction.ExtractedVersion;
import org.parley.extraction.ProposalMention;
import org.parley.extraction.Span;
import org.parley.extraction.attribution.Attribution;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;

/** Who speaks of what a proposal holds speaks of the proposal: "the line on fares", where a point of the plan is on fares. */
final class Provisions {

    /** Nouns for a part of a text. */
    private static final Set<String> PARTS = Set.of(
            "change",
            "provision",
            "clause",
            "point",
            "article",
            "section",
            "paragraph",
            "line",
            "passage",
            "wording",
            "language",
            "amendment",
            "addition",
            "deletion",
            "concession",
            "guarantee",
            "safeguard",
            "deadline",
            "formula",
            "chapter",
            "quota",
            "ceiling",
            "cap",
            "timetable",
            "mechanism");

    private static final Set<String> POINTING = Set.of("this", "that", "these", "those", "the", "both", "such");
    private static final int FIRST_WORDS = 4;
    private static final NavigableMap<Integer, Integer> NONE = Collections.emptyNavigableMap();

    /** By a noun of its points the group of the version that has them; -1 where points of two proposals share it. */
    private final Map<String, Integer> groups = new HashMap<>();

    /** By group and place the indexes of the mentions. */
    private final Map<Integer, NavigableMap<Integer, Integer>> mentions = new HashMap<>();

    private final Article article;

    Provisions(List<ProposalMention> mentions, List<ExtractedProposal> proposals, Article article) {
        this.article = article;
        for (int i = 0; i < mentions.size(); i++) {
            this.mentions
                    .computeIfAbsent(mentions.get(i).group(), none -> new TreeMap<>())
                    .put(mentions.get(i).span().start(), i);
        }
        for (ExtractedProposal proposal : proposals) {
            Map<String, Integer> own = new HashMap<>();
            for (ExtractedVersion version : proposal.versions()) {
                for (ExtractedPoint point : version.points()) {
                    nounsIn(point.span()).forEach(noun -> own.put(noun, version.group()));
                }
            }
            own.forEach((noun, group) -> groups.merge(noun, group, (one, other) -> -1));
        }
    }

    /** Index of the last mention, before the statement's end, of the version whose point it speaks of; or -1. */
    int spokenOf(Attribution statement) {
        Set<Integer> found = new HashSet<>();
        for (Span span : statement.content()) {
            nounsIn(span).forEach(noun -> found.add(groups.getOrDefault(noun, -1)));
        }
        found.remove(-1);
        int end = statement.content().get(statement.content().size() - 1).end();
        Map.Entry<Integer, Integer> last = found.size() == 1
                ? mentions.getOrDefault(found.iterator().next(), NONE).lowerEntry(end)
                : null;
        return last == null ? -1 : last.getValue();
    }

    /** Whether a noun is one for a part of a text. */
    static boolean isPart(Word noun) {
        return PARTS.contains(noun.lemma());
    }

    /** Whether the content begins with words for a part of a text: "that change", "both provisions". */
    static boolean opens(Attribution statement, Article article) {
        Span content = statement.content().get(0);
        ParsedSentence sentence = article.sentenceAt(content.start());
        int words = 0;
        boolean pointed = false;
        for (Word word : sentence == null ? List.<Word>of() : sentence.words()) {
            if (word.start() < content.start() || word.isPunctuation()) {
                continue;
            }
            if (pointed && word.isNoun() && PARTS.contains(word.lemma())) {
                return true;
            }
            pointed |= POINTING.contains(word.lower());
            if (++words >= FIRST_WORDS) {
                return false;
            }
        }
        return false;
    }

    private Set<String> nounsIn(Span span) {
        Set<String> nouns = new HashSet<>();
        ParsedSentence sentence = article.sentenceAt(span.start());
        while (sentence != null && sentence.span().start() < span.end()) {
            for (Word word : sentence.words()) {
                if (span.contains(word.start())
                        && word.isNoun()
                        && word.entity() == null
                        && word.form().length() > 3) {
                    nouns.add(word.lemma().toLowerCase(Locale.ROOT));
                }
            }
            int next = sentence.index() + 1;
            sentence = next < article.sentences().size() ? article.sentences().get(next) : null;
        }
        return nouns;
    }
}
