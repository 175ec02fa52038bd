package org.parley.launcher.evaluate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.launcher.evaluate.Pairing.Pair;

/** Counts what is right, wrong and missed in one article. */
final class ArticleScore {

    private final List<QuoteUnit> gold = new ArrayList<>();
    private final List<QuoteUnit> predicted = new ArrayList<>();
    private final List<Range> excusing;
    private final Counts counts = new Counts();

    private ArticleScore(QuotedArticle right, QuotedArticle given) {
        for (Quote quote : right.quotes()) {
            boolean neutral = !quote.act().equals("speech") || quote.nested();
            gold.addAll(QuoteUnit.of(quote, right.text(), neutral));
        }
        for (Quote quote : given.quotes()) {
            predicted.addAll(QuoteUnit.of(quote, right.text(), false));
        }
        List<Range> soft = new ArrayList<>(right.ignore());
        gold.stream().filter(QuoteUnit::neutral).forEach(unit -> soft.addAll(unit.ranges()));
        excusing = Range.merged(soft);
    }

    static Counts of(QuotedArticle gold, QuotedArticle predicted) {
        ArticleScore score = new ArticleScore(gold, predicted);
        score.count();
        return score.counts;
    }

    private void count() {
        count("exact", Pairing.of(gold, predicted, (g, p) -> g.ranges().equals(p.ranges()) ? 1 : 0, s -> s >= 1));
        count("cover.3", Pairing.of(gold, predicted, QuoteUnit::coveredBy, s -> s > 0.3));
        count("cover.8", Pairing.of(gold, predicted, QuoteUnit::coveredBy, s -> s > 0.8));
        List<Pair> pairs = Pairing.of(gold, predicted, QuoteUnit::intersectionOverUnion, s -> s >= 0.5);
        Set<Integer> counted = count("iou", pairs);
        countKinds(pairs, counted);
        countCharacters();
        countSpeakers(pairs.stream().filter(p -> !gold.get(p.gold()).neutral()).toList());
    }

    /** The predicted units that count, right or wrong. */
    private Set<Integer> count(String measure, List<Pair> pairs) {
        Set<Integer> counted = new HashSet<>();
        Set<Integer> paired = new HashSet<>();
        for (Pair pair : pairs) {
            paired.add(pair.predicted());
            if (!gold.get(pair.gold()).neutral()) {
                counted.add(pair.predicted());
            }
        }
        int right = counted.size();
        for (int p = 0; p < predicted.size(); p++) {
            if (!paired.contains(p) && !isExcused(predicted.get(p))) {
                counted.add(p);
            }
        }
        int wanted = (int) gold.stream().filter(unit -> !unit.neutral()).count();
        counts.add(measure + ".tp", right);
        counts.add(measure + ".fn", wanted - right);
        counts.add(measure + ".fp", counted.size() - right);
        return counted;
    }

    private boolean isExcused(QuoteUnit unit) {
        return Range.shared(unit.ranges(), excusing) >= 0.5 * unit.length();
    }

    private void countKinds(List<Pair> pairs, Set<Integer> counted) {
        gold.stream()
                .filter(unit -> !unit.neutral())
                .forEach(unit -> counts.add("gold." + unit.quote().kind(), 1));
        counted.forEach(p -> counts.add("pred." + predicted.get(p).quote().kind(), 1));
        for (Pair pair : pairs) {
            Quote right = gold.get(pair.gold()).quote();
            if (!gold.get(pair.gold()).neutral()) {
                Quote given = predicted.get(pair.predicted()).quote();
                counts.add("goldhit." + right.kind(), 1);
                counts.add("predhit." + given.kind(), 1);
                counts.add("kind.right", right.kindGiven().equals(given.kind()) ? 1 : 0);
            }
        }
    }

    private void countCharacters() {
        BitSet wanted = new BitSet();
        gold.stream().filter(unit -> !unit.neutral()).forEach(unit -> mark(wanted, unit.ranges()));
        BitSet soft = new BitSet();
        mark(soft, excusing);
        soft.andNot(wanted);
        BitSet given = new BitSet();
        predicted.forEach(unit -> mark(given, unit.ranges()));
        given.andNot(soft);
        BitSet both = (BitSet) given.clone();
        both.and(wanted);
        counts.add("chars.tp", both.cardinality());
        counts.add("chars.fp", given.cardinality() - both.cardinality());
        counts.add("chars.fn", wanted.cardinality() - both.cardinality());
    }

    private static void mark(BitSet characters, List<Range> ranges) {
        ranges.stream().filter(range -> range.length() > 0).forEach(r -> characters.set(r.start(), r.end()));
    }

    private void countSpeakers(List<Pair> pairs) {
        int mention = 0;
        int resolved = 0;
        for (Pair pair : pairs) {
            Quote right = gold.get(pair.gold()).quote();
            Quote given = predicted.get(pair.predicted()).quote();
            Map<String, Boolean> marks = SpeakerMarks.of(right, given);
            marks.forEach((measure, ok) -> {
                counts.add("speaker." + measure + ".n", 1);
                counts.add("speaker." + measure + ".ok", ok ? 1 : 0);
            });
            boolean nobody = given.mention() == null && given.resolved().isEmpty();
            boolean byMention = marks.getOrDefault("mention", nobody);
            mention += byMention ? 1 : 0;
            resolved += marks.getOrDefault("resolved", byMention) ? 1 : 0;
            countCue(right.cue(), given.cue());
        }
        countEndToEnd("mention", mention);
        countEndToEnd("resolved", resolved);
    }

    private void countCue(Mention right, Mention given) {
        if (right == null) {
            return;
        }
        boolean same = given != null
                && (given.hasSpan()
                        ? right.hasSpan() && right.overlaps(given)
                        : !given.text().isEmpty()
                                && SpeakerNames.words(given.text()).equals(SpeakerNames.words(right.text())));
        counts.add("cue.n", 1);
        counts.add("cue.ok", same ? 1 : 0);
    }

    /** A pair whose speaker is wrong is a wrong prediction and a miss. */
    private void countEndToEnd(String measure, int right) {
        counts.add("e2e." + measure + ".tp", right);
        counts.add("e2e." + measure + ".fp", counts.of("iou.fp") + counts.of("iou.tp") - right);
        counts.add("e2e." + measure + ".fn", counts.of("iou.fn") + counts.of("iou.tp") - right);
    }
}
