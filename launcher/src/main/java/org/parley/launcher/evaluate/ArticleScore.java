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
    private final List<Range> noStatements;
    private final boolean detailed;
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
        noStatements = right.noStatements();
        detailed = right.detailed();
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
        List<Pair> active =
                pairs.stream().filter(p -> !gold.get(p.gold()).neutral()).toList();
        Set<Integer> right = countSpeakers(active);
        counted.forEach(p -> Levels.count(counts, predicted.get(p).quote().details(), right.contains(p)));
        if (detailed) {
            DetailScore details = new DetailScore(counts);
            active.forEach(pair -> details.count(
                    gold.get(pair.gold()).quote().details(),
                    predicted.get(pair.predicted()).quote().details()));
        }
        pairs.forEach(pair -> counted.remove(pair.predicted()));
        countTraps(counted);
    }

    /** Passages that are no statement and were taken for one. */
    private void countTraps(Set<Integer> wrong) {
        for (Range passage : noStatements) {
            boolean taken = wrong.stream()
                    .map(predicted::get)
                    .anyMatch(unit -> 2 * Range.shared(unit.ranges(), List.of(passage))
                            >= Math.min(unit.length(), passage.length()));
            counts.add("trap.n", 1);
            counts.add("trap.avoided", taken ? 0 : 1);
        }
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

    /** The predicted units whose speaker is right. */
    private Set<Integer> countSpeakers(List<Pair> pairs) {
        Set<Integer> right = new HashSet<>();
        int mention = 0;
        int resolved = 0;
        for (Pair pair : pairs) {
            Quote wanted = gold.get(pair.gold()).quote();
            Quote given = predicted.get(pair.predicted()).quote();
            Map<String, Boolean> marks = SpeakerMarks.of(wanted, given);
            marks.forEach((measure, ok) -> {
                counts.add("speaker." + measure + ".n", 1);
                counts.add("speaker." + measure + ".ok", ok ? 1 : 0);
            });
            boolean nobody = given.mention() == null && given.resolved().isEmpty();
            boolean byMention = marks.getOrDefault("mention", nobody);
            mention += byMention ? 1 : 0;
            if (marks.getOrDefault("resolved", byMention)) {
                resolved++;
                right.add(pair.predicted());
            }
            countCue(wanted.cue(), given.cue());
        }
        countEndToEnd("mention", mention);
        countEndToEnd("resolved", resolved);
        return right;
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
