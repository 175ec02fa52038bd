package org.parley.events.statement;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.parley.extraction.SpeechAct;
import org.parley.extraction.StanceValue;
import org.parley.extraction.StatementForm;

/**
 * Which statements. Members are AND-ed, lists mean any of them, a member that is null says nothing.
 *
 * @param party the side the speaker speaks for: of a party itself, and of everybody who speaks for it
 * @param publishedFrom a day or a moment
 * @param publishedTo a day, which is then included, or a moment, which is not
 * @param statedFrom the statement can have been made on this day or later
 * @param review without it, and without ids, statements that people have rejected are left out
 * @param anonymous whether nobody it names or stands for said it: "officials", "a source"
 * @param corroborated whether the same was reported later by another outlet, and by an origin of its own
 * @param text words as in a web search: all of them, "a phrase", or, -not
 */
public record StatementFilter(
        List<UUID> ids,
        List<UUID> speaker,
        String speakerName,
        List<UUID> party,
        List<UUID> outlet,
        List<UUID> article,
        List<UUID> utterance,
        List<UUID> proposal,
        List<UUID> proposalVersion,
        List<StatementForm> form,
        List<SpeechAct> act,
        List<StanceValue> stance,
        Boolean negated,
        Boolean anonymous,
        Boolean corroborated,
        LocalDate statedFrom,
        LocalDate statedTo,
        String publishedFrom,
        String publishedTo,
        String text,
        Double minConfidence,
        List<ReviewState> review,
        List<StatementFilter> and,
        List<StatementFilter> or,
        StatementFilter not) {

    /** The statements of outlets in articles published in a time. */
    static StatementFilter ofOutlets(List<UUID> outlets, String from, String to) {
        return new StatementFilter(
                null, null, null, null, outlets, null, null, null, null, null, null, null, null, null, null, null, null,
                from, to, null, null, null, null, null, null);
    }
}
