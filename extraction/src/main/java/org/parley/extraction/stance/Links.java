package org.parley.extraction.stance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.parley.extraction.ProposalMention;
import org.parley.extraction.Span;
import org.parley.extraction.Speaker;
import org.parley.extraction.attribution.Acts;
import org.parley.extraction.attribution.Attribution;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;

/**
 * Chooses, by learned weights, which of the proposals told around it a statement speaks of, or none. Made for one article; to be asked in the
 * order of the text.
 */
final class Links {

    private static final Weights WEIGHTS = Weights.read("links.gz");
    /** How much more must speak for a proposal than for none: who reads rather misses a link than takes a wrong one. */
    private static final double SURER = 1.0;

    private static final Set<String> PRONOUNS = Set.of("it", "this", "that", "they", "them", "these", "its");
    private static final int FEW = 3;
    private static final int LONG = 4;
    private static final int BEFORE = 40;
    private static final int BEHIND = 5;

    /** A version of a proposal, or a proposal whose version is open. */
    private record Key(int proposal, int group) {}

    /** A proposal told around a statement, by its mentions there, in order. */
    record Candidate(Key key, List<Integer> mentions) {}

    /**
     * What there is to choose from.
     *
     * @param candidates in the order they are told
     * @param features for each what speaks for it
     * @param none what speaks for none of them
     */
    record Choice(List<Candidate> candidates, List<List<String>> features, List<String> none) {}

    private final List<ProposalMention> mentions;
    private final Article article;
    private final Topics topics;
    private final Makers makers;
    private final Map<Key, Integer> told = new LinkedHashMap<>();
    private final Map<Integer, Set<String>> nouns = new HashMap<>();
    private Key last;
    private String lastSpeaker;
    private int lastParagraph = -1;

    Links(List<ProposalMention> mentions, Article article, Topics topics, Makers makers) {
        this.mentions = mentions;
        this.article = article;
        this.topics = topics;
        this.makers = makers;
        mentions.forEach(m -> told.merge(key(m), 1, Integer::sum));
    }

    /** Index of the mention it speaks by, or -1 for none. */
    int best(Choice choice, Attribution statement) {
        Candidate best = null;
        double most = WEIGHTS.sum(choice.none()) + SURER;
        for (int i = 0; i < choice.candidates().size(); i++) {
            double sum = WEIGHTS.sum(choice.features().get(i));
            if (sum > most) {
                most = sum;
                best = choice.candidates().get(i);
            }
        }
        return best == null ? -1 : mentionFor(best, statement);
    }

    /** What the statements behind need to know of this one. */
    void remember(Attribution statement, List<Speaker> speakers, int mention) {
        last = mention < 0 ? null : key(mentions.get(mention));
        lastSpeaker = name(speakers);
        lastParagraph = article.paragraphAt(statement.content().get(0).start());
    }

    Choice choice(Attribution statement, List<Speaker> speakers) {
        int start = start(statement);
        List<Candidate> candidates = around(statement, start);
        List<String> places =
                candidates.stream().map(c -> place(c, statement, start)).toList();
        String was = (Objects.equals(name(speakers), lastSpeaker) ? "he" : "she")
                + Math.min(2, article.paragraphAt(start) - lastParagraph);
        boolean pronoun = opensWithPronoun(statement);
        String number = "n" + Math.min(FEW, candidates.size());
        List<Candidate> recent = candidates.stream()
                .sorted(Comparator.comparingInt(c -> -lastBefore(c, start)))
                .toList();
        List<Candidate> often = candidates.stream()
                .sorted(Comparator.comparingInt(c -> -told.get(c.key())))
                .toList();
        Set<String> own = nounsIn(statement.content());
        List<List<String>> all = new ArrayList<>();
        for (int k = 0; k < candidates.size(); k++) {
            Candidate c = candidates.get(k);
            String place = places.get(k);
            String other = place.equals("in")
                    ? ""
                    : places.contains("in") ? "elsewhere" : places.contains("cue") ? "near" : "open";
            String rank = "r" + Math.min(FEW, recent.indexOf(c));
            ProposalMention first = mentions.get(c.mentions().get(0));
            List<String> f = new ArrayList<>(List.of(
                    "bias",
                    number,
                    place,
                    place + number,
                    place + rank,
                    place + other,
                    rank + number + other,
                    "f" + Math.min(FEW, often.indexOf(c)) + number + other,
                    (k == 0 ? "first" : "later") + number + other,
                    "kind" + first.kind(),
                    "act" + Acts.of(statement) + (place.equals("in") ? "in" : ""),
                    "share" + Math.min(2, shared(own, c)) + number + other));
            if (pronoun) {
                f.add("it" + rank + other);
                f.add("it" + place);
            }
            if (last != null) {
                String same = last.equals(c.key()) ? "same" : "other";
                f.add("was" + same + was);
                f.add("was" + same + rank + other);
            }
            if (makers.made(c.mentions().get(0), speakers)) {
                f.add("own" + other);
                f.add("own" + place);
                f.add("own" + Acts.of(statement));
            }
            all.add(f);
        }
        return new Choice(candidates, all, none(statement, number, pronoun, was));
    }

    private List<String> none(Attribution statement, String number, boolean pronoun, String was) {
        List<String> f = new ArrayList<>(List.of(
                "0",
                "0" + number,
                "0form" + statement.rule(),
                "0it" + pronoun,
                "0was" + (lastParagraph < 0 ? "start" : last == null) + was));
        for (Span span : statement.content()) {
            for (Word word : wordsIn(span)) {
                if (word.isNoun() || word.isVerb()) {
                    f.add("0w" + word.lemma().toLowerCase(Locale.ROOT));
                }
                if (word.entity() != null) {
                    f.add("0e" + word.entity().type());
                }
            }
        }
        return f;
    }

    private List<Candidate> around(Attribution statement, int start) {
        int end = statement.content().stream().mapToInt(Span::end).max().orElse(0);
        int from = Math.max(0, topics.firstFrom(start) - BEFORE);
        int to = Math.min(mentions.size(), topics.firstFrom(end) + BEHIND);
        Map<Key, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = from; i < to; i++) {
            groups.computeIfAbsent(key(mentions.get(i)), none -> new ArrayList<>())
                    .add(i);
        }
        List<Candidate> candidates = new ArrayList<>();
        groups.forEach((key, of) -> candidates.add(new Candidate(key, of)));
        return candidates;
    }

    private static Key key(ProposalMention mention) {
        return new Key(mention.proposal(), mention.group());
    }

    private static String name(List<Speaker> speakers) {
        return speakers.isEmpty() ? null : speakers.get(0).name();
    }

    /** One in the content, else the last before, else the first behind. */
    private int mentionFor(Candidate candidate, Attribution statement) {
        int start = start(statement);
        int best = candidate.mentions().get(0);
        for (int i : candidate.mentions()) {
            Span span = mentions.get(i).span();
            if (isIn(span, statement)) {
                return i;
            }
            best = span.start() < start ? i : best;
        }
        return best;
    }

    private static boolean isIn(Span span, Attribution statement) {
        return statement.content().stream().anyMatch(c -> c.overlaps(span));
    }

    /** Where it is told: in the content, beside it in the sentence, in the sentence before, some paragraphs before, only behind. */
    private String place(Candidate candidate, Attribution statement, int start) {
        ParsedSentence sentence = article.sentenceAt(start);
        String best = "after";
        for (int i : candidate.mentions()) {
            Span span = mentions.get(i).span();
            if (isIn(span, statement)) {
                return "in";
            }
            ParsedSentence there = article.sentenceAt(span.start());
            int away = sentence == null || there == null ? FEW : sentence.index() - there.index();
            if (away == 0) {
                best = "cue";
            } else if (span.start() < start && !best.equals("cue")) {
                int paragraphs = article.paragraphAt(start) - article.paragraphAt(span.start());
                best = (away == 1 ? "s" : "p") + Math.min(FEW, paragraphs);
            }
        }
        return best;
    }

    private int lastBefore(Candidate candidate, int start) {
        int last = -candidate.mentions().get(0) - 1;
        for (int i : candidate.mentions()) {
            last = mentions.get(i).span().start() < start ? i : last;
        }
        return last;
    }

    private static int start(Attribution statement) {
        return statement.content().stream().mapToInt(Span::start).min().orElse(0);
    }

    private boolean opensWithPronoun(Attribution statement) {
        return wordsIn(statement.content().get(0)).stream()
                .filter(w -> !w.isPunctuation())
                .limit(FEW)
                .anyMatch(w -> PRONOUNS.contains(w.lower()));
    }

    private int shared(Set<String> words, Candidate candidate) {
        Set<String> around = new HashSet<>();
        for (int i : candidate.mentions()) {
            around.addAll(nouns.computeIfAbsent(i, this::nounsAround));
        }
        around.retainAll(words);
        return around.size();
    }

    private Set<String> nounsAround(int mention) {
        ParsedSentence sentence =
                article.sentenceAt(mentions.get(mention).span().start());
        return sentence == null ? Set.of() : nounsIn(List.of(sentence.span()));
    }

    private Set<String> nounsIn(List<Span> spans) {
        Set<String> found = new HashSet<>();
        for (Span span : spans) {
            for (Word word : wordsIn(span)) {
                if (word.isNoun() && word.form().length() >= LONG) {
                    found.add(word.lemma());
                }
            }
        }
        return found;
    }

    private List<Word> wordsIn(Span span) {
        List<Word> words = new ArrayList<>();
        ParsedSentence sentence = article.sentenceAt(span.start());
        while (sentence != null && sentence.span().start() < span.end()) {
            words.addAll(sentence.in(span));
            int next = sentence.index() + 1;
            sentence = next < article.sentences().size() ? article.sentences().get(next) : null;
        }
        return words;
    }
}
