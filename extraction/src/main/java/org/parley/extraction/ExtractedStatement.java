package org.parley.extraction;

import java.util.List;

/**
 * One attributed content of an article.
 *
 * @param content what is said, in order; several spans when a cue interrupts it; at least one
 * @param form with or without quotation marks
 * @param act what saying it does
 * @param negated a denial of having said, or a missing statement ("has yet to comment")
 * @param cue the words that carry the saying, or null when only the layout does
 * @param cueLemma their dictionary form, or null
 * @param speakerMention the whole noun phrase that names the speaker, or null when only the context tells
 * @param speakers who says it, the one named first first; empty when the text does not tell
 * @param addressee who is told, or null
 * @param place where it was said, or null
 * @param occasion at what event, or null
 * @param channel by what means, or null
 * @param via the outlet or agency that is named as having it, or null
 * @param statedOn when it was said, never null
 * @param about the proposals it speaks of
 * @param rule the rule that found it
 * @param confidence between 0 and 1
 */
public record ExtractedStatement(
        List<Span> content,
        StatementForm form,
        SpeechAct act,
        boolean negated,
        Span cue,
        String cueLemma,
        Span speakerMention,
        List<Speaker> speakers,
        Detail addressee,
        Detail place,
        Detail occasion,
        Channel channel,
        Detail via,
        StatedOn statedOn,
        List<About> about,
        String rule,
        double confidence) {

    public ExtractedStatement {
        content = List.copyOf(content);
        speakers = List.copyOf(speakers);
        about = List.copyOf(about);
        if (content.isEmpty()) {
            throw new IllegalArgumentException("a statement without content");
        }
    }

    /**
     * A proposal this statement speaks of.
     *
     * @param mention index into {@link Extraction#mentions()}
     * @param stance what the statement expresses toward it, or null when it takes no side
     */
    public record About(int mention, StanceValue stance) {}
}
