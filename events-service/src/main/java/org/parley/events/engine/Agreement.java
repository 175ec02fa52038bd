package org.parley.events.engine;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.parley.extraction.ExtractedStatement;
import org.parley.extraction.Span;
import org.parley.extraction.Speaker;

/** How another engine's reading goes with the record's. */
enum Agreement {
    /** The same words of the same speaker. */
    AGREES,
    /** The same words, given to somebody else. */
    OTHER_SPEAKER,
    /** The same words, said by one and denied by the other. */
    OTHER_POLARITY,
    /** It shares words with a statement, but less than half. */
    OTHER_WORDS,
    /** The record has no statement there. */
    ONLY_THERE;

    private static final double SAME = 0.5;
    private static final double SOME = 0.1;

    /**
     * A statement of the record, as far as it is compared.
     *
     * @param names every name its speakers go by
     */
    record Recorded(UUID id, List<Span> content, Span mention, List<String> names, boolean negated) {}

    /** A reading with the statement whose words it shares most of, or null. */
    record Compared(Agreement agreement, Recorded with) {}

    static Compared compare(ExtractedStatement claimed, List<Recorded> record) {
        Recorded best = null;
        double most = 0;
        for (Recorded one : record) {
            double shared = shared(claimed.content(), one.content());
            if (shared > most) {
                best = one;
                most = shared;
            }
        }
        if (most < SOME) {
            return new Compared(ONLY_THERE, null);
        }
        if (most < SAME) {
            return new Compared(OTHER_WORDS, best);
        }
        if (claimed.negated() != best.negated()) {
            return new Compared(OTHER_POLARITY, best);
        }
        return new Compared(isSameSpeaker(claimed, best) ? AGREES : OTHER_SPEAKER, best);
    }

    /** Intersection over union of the characters. */
    private static double shared(List<Span> one, List<Span> other) {
        int common = 0;
        for (Span a : one) {
            for (Span b : other) {
                common += a.intersection(b);
            }
        }
        int all = length(one) + length(other) - common;
        return all == 0 ? 0 : (double) common / all;
    }

    private static int length(List<Span> spans) {
        return spans.stream().mapToInt(Span::length).sum();
    }

    /** By the place where they are named, or by name: one may have the fuller form of the other. Nobody against nobody agrees. */
    private static boolean isSameSpeaker(ExtractedStatement claimed, Recorded recorded) {
        if (claimed.speakers().isEmpty() || recorded.names().isEmpty()) {
            return claimed.speakers().isEmpty() && recorded.names().isEmpty();
        }
        boolean samePlace = claimed.speakerMention() != null
                && recorded.mention() != null
                && claimed.speakerMention().overlaps(recorded.mention());
        if (samePlace && claimed.speakers().get(0).kind() != Speaker.Kind.PERSON) {
            return true;
        }
        String name = plain(claimed.speakers().get(0).name());
        return recorded.names().stream()
                .map(Agreement::plain)
                .anyMatch(other -> (" " + name + " ").contains(" " + other + " ")
                        || (" " + other + " ").contains(" " + name + " "));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .replaceFirst("^the ", "")
                .strip();
    }
}
