package org.parley.events.utterance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.parley.extraction.SpeechAct;
import org.parley.extraction.StatementForm;

/**
 * A statement of the present record as grouping sees it: one report of something said.
 *
 * @param keys what it can be found by; reports of one utterance share one
 * @param from first day it can have been said, or null when the text does not tell
 * @param latest last day, or null
 * @param dayInherited whether another sentence than the one that reports it tells the day
 * @param nested whether its words stand in what somebody else says: told at second hand
 * @param place where it was said, as printed, or null
 * @param occasion on which occasion, as printed, or null
 * @param relayedBy the outlet that is named as having it, or as whom it was told, or null
 */
public record Report(
        UUID statement,
        UUID reading,
        UUID article,
        Article source,
        Set<String> keys,
        List<UUID> speakers,
        String content,
        String before,
        Wording wording,
        StatementForm form,
        SpeechAct act,
        boolean negated,
        LocalDate from,
        LocalDate latest,
        boolean dayInherited,
        boolean nested,
        String place,
        String occasion,
        Instant sortAt,
        Set<UUID> proposals,
        String relayedBy) {

    /**
     * The article it stands in.
     *
     * @param agency the agency that is credited, {@code ?} for agencies without a name, or null
     * @param own whether the article shows that its outlet had it itself
     */
    public record Article(
            UUID outlet,
            String outletName,
            String url,
            Instant published,
            String agency,
            boolean own,
            List<Long> sketch) {}

    @Override
    public boolean equals(Object other) {
        return other instanceof Report report && report.statement.equals(statement);
    }

    @Override
    public int hashCode() {
        return statement.hashCode();
    }

    /** The day the article came out, as far as known. */
    LocalDate told() {
        Instant time = source.published() == null ? sortAt : source.published();
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    /** Something to order by that does not depend on ids, which are given in the order of arrival. */
    public String stableOrder() {
        return told() + " " + source.outletName() + " " + source.url() + " " + content + " " + before;
    }
}
