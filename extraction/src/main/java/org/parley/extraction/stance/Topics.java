package org.parley.extraction.stance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.parley.extraction.ExtractedProposal;
import org.parley.extraction.ProposalMention;
import org.parley.extraction.Span;
import org.parley.extraction.attribution.Attribution;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;

/** Which proposals a statement speaks of. */
final class Topics {

    private static final Set<String> PRONOUNS = Set.of("it", "this", "they", "that", "them");
    private static final int NEAR = 400;
    private static final int FIRST_WORDS = 3;
    private static final int REMEMBERED = 8;

    /** What was said so far, and by whom. */
    private record Said(Span span, String speaker) {}

    private final List<Said> said = new ArrayList<>();
    private final List<ProposalMention> mentions;
    private final Article article;
    /** Index of the first mention that is not of the first proposal, or of none that is known. */
    private final int firstOther;

    private final boolean onOne;
    private final Provisions provisions;
    /** By the head noun of a mention, and its place, the mentions' indexes. */
    private final Map<String, NavigableMap<Integer, Integer>> byHead = new HashMap<>();

    Topics(List<ProposalMention> mentions, List<ExtractedProposal> proposals, Article article) {
        this.mentions = mentions;
        this.article = article;
        this.provisions = new Provisions(mentions, proposals, article);
        this.onOne = mentions.stream()
                        .mapToInt(ProposalMention::proposal)
                        .filter(number -> number >= 0)
                        .distinct()
                        .count()
                == 1;
        int same = 0;
        while (same < mentions.size()
                && mentions.get(same).group() >= 0
                && mentions.get(same).group() == mentions.get(0).group()) {
            same++;
        }
        this.firstOther = same;
        for (int i = 0; i < mentions.size(); i++) {
            if (isTelling(mentions.get(i))) {
                byHead.computeIfAbsent(mentions.get(i).head(), none -> new TreeMap<>())
                        .put(mentions.get(i).span().start(), i);
            }
        }
    }

    /** Indexes of the mentions in the content; else of what its pronoun stands for; else of one told right before. */
    List<Integer> of(Attribution statement, String speaker) {
        int start = statement.content().stream().mapToInt(Span::start).min().orElse(0);
        int end = statement.content().stream().mapToInt(Span::end).max().orElse(0);
        List<Integer> found = new ArrayList<>();
        int before = -1;
        for (int i = firstFrom(start - NEAR); i < mentions.size(); i++) {
            Span span = mentions.get(i).span();
            if (span.start() >= end) {
                break;
            }
            if (statement.content().stream().anyMatch(c -> c.overlaps(span))) {
                found.add(i);
            } else if (span.end() <= start) {
                before = i;
            }
        }
        if (found.isEmpty() && before >= 0) {
            Span span = mentions.get(before).span();
            int paragraphs = article.paragraphAt(start) - article.paragraphAt(span.start());
            boolean pronoun = opensWithPronoun(statement);
            if ((paragraphs <= 1 && (pronoun || Provisions.opens(statement, article)))
                    || (paragraphs <= 1 && isOnlyOne(before))
                    || (paragraphs == 0 && isRightBefore(span, start) && !isSaidByAnother(span, speaker))) {
                found.add(before);
            }
        }
        if (found.isEmpty()) {
            int held = provisions.spokenOf(statement);
            if (held >= 0) {
                found.add(held);
            }
        }
        if (found.isEmpty()) {
            int named = named(statement, end);
            if (named >= 0) {
                found.add(named);
            }
        }
        said.add(new Said(new Span(start, end), speaker));
        return found;
    }

    /** "a freeze is a trap", "no such letter": index of the last mention whose noun the content has; or -1. */
    private int named(Attribution statement, int end) {
        for (Span span : statement.content()) {
            ParsedSentence sentence = article.sentenceAt(span.start());
            for (Word word : sentence == null ? List.<Word>of() : sentence.words()) {
                NavigableMap<Integer, Integer> named =
                        span.contains(word.start()) && word.isNoun() ? byHead.get(word.lemma()) : null;
                Map.Entry<Integer, Integer> last = named == null ? null : named.lowerEntry(end);
                if (last != null) {
                    return last.getValue();
                }
            }
        }
        return -1;
    }

    /** Nouns of one thing, as "freeze" and "letter" are; a "plan" or "text" may be any. */
    private static boolean isTelling(ProposalMention mention) {
        return mention.kind() == ProposalMention.Kind.OFFER
                || mention.kind() == ProposalMention.Kind.OTHER
                || (mention.kind() == ProposalMention.Kind.DEMANDS && mention.pointCount() != null);
    }

    /** Whether the text has spoken of one proposal alone so far, more than once: then what is said near it is said of it. */
    private boolean isOnlyOne(int last) {
        return last >= 1 && last < firstOther;
    }

    /** What somebody else spoke of is not what this one goes on about. */
    private boolean isSaidByAnother(Span mention, String speaker) {
        for (int i = said.size() - 1; i >= Math.max(0, said.size() - REMEMBERED); i--) {
            if (said.get(i).span().contains(mention.start())) {
                return !Objects.equals(said.get(i).speaker(), speaker);
            }
        }
        return false;
    }

    /**
     * Index of the last mention so many paragraphs before at most, or of the first behind where none is before; -1 without. In an article on
     * one proposal alone however far it is.
     */
    int near(Attribution statement, int paragraphs) {
        int start = statement.content().get(0).start();
        int next = firstFrom(start);
        int found = next > 0 ? next - 1 : next < mentions.size() ? next : -1;
        if (found < 0) {
            return -1;
        }
        int away = Math.abs(article.paragraphAt(start)
                - article.paragraphAt(mentions.get(found).span().start()));
        return onOne || away <= paragraphs ? found : -1;
    }

    /** Index of the last mention so many paragraphs before at most, or -1. */
    int within(Attribution statement, int paragraphs) {
        int start = statement.content().get(0).start();
        int found = firstFrom(start) - 1;
        return found >= 0
                        && article.paragraphAt(start)
                                        - article.paragraphAt(
                                                mentions.get(found).span().start())
                                <= paragraphs
                ? found
                : -1;
    }

    /** Whether the article is on one proposal alone. */
    boolean isOnOne() {
        return onOne;
    }

    /** "doubts it will last", in an article on one proposal alone. */
    boolean isOfOnlyOne(Attribution statement) {
        return onOne && opensWithPronoun(statement);
    }

    int firstFrom(int place) {
        int low = 0;
        int high = mentions.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (mentions.get(middle).span().start() < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** In the same sentence, or in the one before: "Asked about the plan, ...". */
    private boolean isRightBefore(Span mention, int start) {
        ParsedSentence there = article.sentenceAt(mention.start());
        ParsedSentence here = article.sentenceAt(start);
        return there != null && here != null && here.index() - there.index() <= 1;
    }

    private boolean opensWithPronoun(Attribution statement) {
        Span content = statement.content().get(0);
        ParsedSentence sentence = article.sentenceAt(content.start());
        if (sentence == null) {
            return false;
        }
        int words = 0;
        for (Word word : sentence.words()) {
            if (word.start() < content.start() || word.isPunctuation()) {
                continue;
            }
            if ((word.isPronoun() && PRONOUNS.contains(word.lower()))
                    || word.lower().equals("this")) {
                return true;
            }
            if (++words >= FIRST_WORDS) {
                return false;
            }
        }
        return false;
    }
}
