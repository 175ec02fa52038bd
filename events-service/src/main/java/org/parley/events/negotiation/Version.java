package org.parley.events.negotiation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.parley.extraction.ExtractedVersion.Order;

/** One version of a proposal, with all that articles tell of it. */
final class Version {

    /** What one article tells of it. */
    record Source(Told told, ProposalEvidence.Version version) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Source source
                    && source.told.equals(told)
                    && source.version.group() == version.group();
        }

        @Override
        public int hashCode() {
            return told.hashCode() * 31 + version.group();
        }
    }

    final List<Source> sources = new ArrayList<>();
    /** Which articles state a number of points. */
    final Map<Integer, TreeSet<String>> counts = new TreeMap<>();

    private final Map<LocalDate, Integer> days = new TreeMap<>();
    private LocalDate earliest;
    private int firsts;
    private int laters;

    int ordinal;
    Version previous;
    private Version same;

    Version now() {
        return same == null ? this : same.now();
    }

    boolean isOpen() {
        return same == null;
    }

    void add(Told told, ProposalEvidence.Version version) {
        Source source = new Source(told, version);
        sources.add(source);
        note(source);
        if (told.current() && version.pointCount() != null) {
            counts.computeIfAbsent(version.pointCount(), none -> new TreeSet<>())
                    .add(told.article().key());
        }
    }

    void join(Version other) {
        if (other != this) {
            sources.addAll(other.sources);
            other.sources.forEach(this::note);
            other.counts.forEach((count, articles) ->
                    counts.computeIfAbsent(count, none -> new TreeSet<>()).addAll(articles));
            ordinal = Math.max(ordinal, other.ordinal);
            previous = previous == null ? other.previous : previous;
            other.same = this;
        }
    }

    /** Whether a current article tells of it. */
    boolean isTold() {
        return sources.stream().anyMatch(source -> source.told().current());
    }

    /** The number most articles state; of several the one stated by the article that comes first in order. */
    Integer count() {
        return counts.entrySet().stream()
                .max(Comparator.<Map.Entry<Integer, TreeSet<String>>>comparingInt(
                                e -> e.getValue().size())
                        .thenComparing(e -> firstWith(e.getKey()), ArticleEvidence.ORDER.reversed()))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private ArticleEvidence firstWith(Integer count) {
        return sources.stream()
                .filter(source -> count.equals(source.version().pointCount()))
                .map(source -> source.told().article())
                .min(ArticleEvidence.ORDER)
                .orElseThrow();
    }

    /** The day most articles give, of several the earliest; null for none. */
    LocalDate datedOn() {
        return days.entrySet().stream()
                .max(Map.Entry.<LocalDate, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    /** From when on it was there as far as is told: its day, or that of the first article that has it as current; null for unknown. */
    LocalDate since() {
        LocalDate day = datedOn();
        return day != null ? day : earliest;
    }

    /** Kept as sources come in: asking through all of them for each article would take too long. */
    private void note(Source source) {
        ProposalEvidence.Version version = source.version();
        if (source.told().current() && version.datedOn() != null) {
            days.merge(version.datedOn(), 1, Integer::sum);
        }
        LocalDate published = source.told().publishedOn();
        if (published != null && version.tellsWhich() && (earliest == null || published.isBefore(earliest))) {
            earliest = published;
        }
        firsts += version.order() == Order.FIRST ? 1 : 0;
        laters += version.order() == Order.LATER ? 1 : 0;
    }

    boolean isFirst() {
        return firsts > laters;
    }

    boolean isLater() {
        return laters > 0 && !isFirst() || ordinal > 1;
    }

    void remove(Collection<Source> gone) {
        List<Source> left =
                sources.stream().filter(source -> !gone.contains(source)).toList();
        sources.clear();
        counts.clear();
        days.clear();
        earliest = null;
        firsts = 0;
        laters = 0;
        left.forEach(source -> add(source.told(), source.version()));
    }

    /** How many versions it goes back over. */
    int comesAfterCount() {
        int count = 0;
        for (Version at = previous; at != null && count < 100; at = at.now().previous) {
            count++;
        }
        return count;
    }

    /** Whether one goes back to the other, in any number of steps. */
    boolean comesFrom(Version other) {
        int steps = 0;
        for (Version at = now(); at != null && steps < 1_000; steps++) {
            if (at == other.now()) {
                return true;
            }
            at = at.previous == null ? null : at.previous.now();
        }
        return false;
    }
}
