package org.parley.events.utterance;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.parley.extraction.SpeechAct;

/**
 * Whether two reports tell of one act of speech. Looks at nothing but the two, so the answer is the same whichever came
 * first.
 */
final class SameSaying {

    /** Later than this after it was said, a report repeats words that may have been said again meanwhile. */
    private static final int REMEMBERED_DAYS = 45;
    /** Reports that tell no day and do not quote. */
    private static final int SAME_NEWS_DAYS = 2;

    private static final String SURNAME = "p:";
    private static final String ALONE = "n:";
    /** Words of sense in common that make a surname alone somebody's whose full name another article prints. */
    private static final int OWN_WORDS = 3;

    private static final int QUOTED_RUN = 4;
    private static final int LONG_RUN = 8;
    /** Words in front that tell a sentence. */
    private static final int SENTENCE = 4;

    private SameSaying() {}

    /**
     * How sure it is.
     *
     * @param certain false: only possible, to be confirmed by a person
     * @param score orders the links of a group, the strongest first
     */
    record Link(boolean certain, double score, String why) {}

    private enum Days {
        SAME,
        NEAR,
        APART
    }

    static Optional<Link> between(Report one, Report other) {
        if (one.article().equals(other.article())
                || one.negated() != other.negated()
                || (one.act() == SpeechAct.ABSENCE) != (other.act() == SpeechAct.ABSENCE)
                || !speakersMayBeOne(one, other)) {
            return Optional.empty();
        }
        Days days = days(one, other);
        if (days == Days.APART && (one.dayInherited() || other.dayInherited()) && repeats(one, other)) {
            // The day is what another sentence told: so many words in a row tell more.
            days = Days.NEAR;
        }
        if (days == Days.APART) {
            return Optional.empty();
        }
        Optional<Link> link = byWords(one, other, days);
        if (!sameSpeaker(one, other)
                && Wording.common(one.wording().telling(), other.wording().telling()) < OWN_WORDS) {
            return Optional.empty(); // "no comment" may be any Orr's
        }
        return one.nested() || other.nested()
                ? link.map(each -> new Link(false, Math.min(1, each.score()), each.why() + ", told at second hand"))
                : link;
    }

    /** Somebody both know, or a name that both print. */
    private static boolean sameSpeaker(Report one, Report other) {
        return one.keys().stream()
                .anyMatch(key -> !key.startsWith(SURNAME) && other.keys().contains(key));
    }

    /** The same, or a surname alone in one article and a full name with it in the other: never two full names. */
    private static boolean speakersMayBeOne(Report one, Report other) {
        return sameSpeaker(one, other)
                || one.keys().stream()
                        .filter(key -> key.startsWith(SURNAME) && other.keys().contains(key))
                        .map(key -> ALONE + key.substring(SURNAME.length()))
                        .anyMatch(alone ->
                                one.keys().contains(alone) != other.keys().contains(alone));
    }

    /** A long row of quoted words, at a time at which they are remembered. */
    private static boolean repeats(Report one, Report other) {
        long apart = Math.abs(ChronoUnit.DAYS.between(day(one), day(other)));
        return apart <= REMEMBERED_DAYS && one.wording().commonQuotedRun(other.wording(), 2) >= LONG_RUN;
    }

    private static Optional<Link> byWords(Report one, Report other, Days days) {
        Wording mine = one.wording();
        Wording theirs = other.wording();
        if (mine.all().equals(theirs.all())
                && (mine.all().size() >= 4 || mine.quoted().size() > 0)) {
            return Optional.of(new Link(true, 10, "the same words"));
        }
        if (days == Days.SAME && mine.all().equals(theirs.all()) && sameBefore(one, other)) {
            return Optional.of(new Link(true, 9, "the same words in the same sentence"));
        }
        int run = mine.commonQuotedRun(theirs, 2);
        boolean relay = isRelay(one, other) || isRelay(other, one);
        if (run >= LONG_RUN || (run >= QUOTED_RUN && days == Days.SAME)) {
            return Optional.of(new Link(true, 5 + run, "%d quoted words in a row".formatted(run)));
        }
        if (days == Days.SAME && mine.holdsWholeQuotation(theirs, relay ? 2 : 3)) {
            return Optional.of(new Link(true, 4, "a whole quotation"));
        }
        if (days == Days.SAME && mine.holdsWholeQuotation(theirs, 2) && nearlyAllIn(mine, theirs)) {
            return Optional.of(new Link(true, 3.5, "a whole quotation, and little else"));
        }
        int quoted = Wording.common(mine.tellingQuoted(), theirs.tellingQuoted());
        double closeQuoted = Wording.jaccard(mine.tellingQuoted(), theirs.tellingQuoted());
        boolean sameQuotation = closeQuoted >= 0.6 && quoted >= 3
                || closeQuoted >= 0.5 && quoted >= 2 && mine.commonQuotedRun(theirs, 1) >= QUOTED_RUN;
        if (one.from() != null && other.from() != null && days == Days.SAME && sameQuotation) {
            return Optional.of(new Link(true, 3 + closeQuoted, "nearly the same words in quotation marks on one day"));
        }
        double close = Wording.jaccard(mine.telling(), theirs.telling());
        int common = Wording.common(mine.telling(), theirs.telling());
        if (days == Days.SAME && (close >= 0.6 && common >= 4 || close >= 0.99 && common >= 3)) {
            return Optional.of(new Link(true, 3 + close, "nearly the same wording"));
        }
        return possible(one, other, Math.max(close, run >= QUOTED_RUN ? 0.6 : 0));
    }

    /** Few words are anybody's; with the words in front of them they are one agency's report, printed twice. */
    private static boolean sameBefore(Report one, Report other) {
        List<String> mine = Wording.words(one.before());
        List<String> theirs = Wording.words(other.before());
        int words = Math.min(SENTENCE, Math.min(mine.size(), theirs.size()));
        return words >= SENTENCE
                && mine.subList(mine.size() - words, mine.size())
                        .equals(theirs.subList(theirs.size() - words, theirs.size()));
    }

    /** Two quoted words may be anybody's ("good faith"); of a remark they are where most words of sense around them are in it too. */
    private static boolean nearlyAllIn(Wording mine, Wording theirs) {
        int common = Wording.common(mine.telling(), theirs.telling());
        int fewer = Math.min(mine.telling().size(), theirs.telling().size());
        return common >= 2
                && Wording.common(mine.tellingQuoted(), theirs.tellingQuoted()) >= 2
                && 3 * common >= 2 * fewer;
    }

    /** A translation, or the same thought in other words: only a person can tell. */
    private static Optional<Link> possible(Report one, Report other, double close) {
        Wording mine = one.wording();
        Wording theirs = other.wording();
        int quoted = Wording.common(mine.tellingQuoted(), theirs.tellingQuoted());
        double closeQuoted = Wording.jaccard(mine.tellingQuoted(), theirs.tellingQuoted());
        boolean sameObject = one.proposals().stream().anyMatch(other.proposals()::contains);
        int common = Wording.common(mine.telling(), theirs.telling());
        if (close >= 0.45 && common >= 3
                || closeQuoted >= 0.4 && quoted >= 2
                || sameObject && closeQuoted >= 0.3 && quoted >= 1) {
            return Optional.of(new Link(false, Math.max(close, closeQuoted), "similar words, perhaps translated"));
        }
        return Optional.empty();
    }

    /** One names the other's outlet as the one that had it. */
    private static boolean isRelay(Report one, Report other) {
        return one.relayedBy() != null
                && OutletName.same(one.relayedBy(), other.source().outletName());
    }

    private static Days days(Report one, Report other) {
        if (one.from() != null && other.from() != null) {
            long apart = Math.max(
                    ChronoUnit.DAYS.between(last(one), other.from()), ChronoUnit.DAYS.between(last(other), one.from()));
            return apart <= 1 ? Days.SAME : apart <= 3 ? Days.NEAR : Days.APART;
        }
        if (one.from() == null && other.from() == null) {
            long apart = Math.abs(ChronoUnit.DAYS.between(one.told(), other.told()));
            if (apart <= SAME_NEWS_DAYS) {
                return Days.SAME;
            }
            boolean quotes = !one.wording().quoted().isEmpty()
                    && !other.wording().quoted().isEmpty();
            return quotes && apart <= REMEMBERED_DAYS ? Days.SAME : Days.APART;
        }
        Report dated = one.from() != null ? one : other;
        Report undated = dated == one ? other : one;
        long after = ChronoUnit.DAYS.between(dated.from(), undated.told());
        return after >= -1 && after <= REMEMBERED_DAYS ? Days.SAME : Days.APART;
    }

    private static LocalDate day(Report report) {
        return report.from() == null ? report.told() : report.from();
    }

    private static LocalDate last(Report report) {
        return report.latest() == null ? report.from() : report.latest();
    }
}
