package org.parley.gateway.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.gateway.actor.Actor;
import org.parley.gateway.node.Node;

/** One attributed content of one article. */
@Description("One attributed content of one article; its id holds through corrections and re-extraction.")
public record Statement(
        @Id @NonNull @Description("Global id.") String id,

        @Id @NonNull @Description("Global id of the article it stands in.")
        String articleId,

        @Description("Number of the article's version it was read from.")
        int articleVersion,

        @NonNull @Description("Where its content stands, in order.")
        List<@NonNull Receipt> receipts,

        @NonNull @Description("What was said, in the article's words.")
        String content,

        @NonNull @Description("How it is told.") StatementForm form,

        @NonNull @Description("What the speaker does in saying it.")
        SpeechAct act,

        @Description("A denial of having said it, or a statement that is missing (\"has yet to commit\").")
        boolean negated,

        @Description("The word or phrase that reports it, as \"said\" or \"according to\".")
        Receipt cue,

        @Description("The words that name the speaker here.")
        Receipt speakerMention,

        @NonNull @Description("Who said it; several for a joint statement, none when it cannot be told.")
        List<@NonNull Actor> speakers,

        @Description("What the speaker is, as printed here.")
        String speakerRole,

        @Description("The side the first speaker speaks for; null when it cannot be told.")
        Actor party,

        @Description("To whom it was said.") Detail addressee,
        @Description("Where it was said.") Detail place,
        @Description("On what occasion it was said.") Detail occasion,
        @Description("By which way it was said.") ChannelDetail channel,
        @Description("Through whom the outlet has it.") ViaDetail via,

        @Description("The day it was said, or the first day it can have been.")
        LocalDate statedOn,

        @Description("The last day it can have been said, when statedOn is a range.")
        LocalDate statedOnLatest,

        @Description("How exact statedOn is.") DatePrecision statedOnPrecision,

        @NonNull @Description("How statedOn came to be known.")
        Basis statedOnBasis,

        @NonNull @Description("How the speaker stands to proposals, by this statement.")
        List<@NonNull Stance> stances,

        @NonNull @Description("The proposals it is about, whatever the speaker thinks of them.")
        List<@NonNull About> about,

        @Description("How sure the extractor is, 0 to 1.") double confidence,
        @NonNull @Description("The rule that found it.") String rule,
        @NonNull @Description("What people said about it.") ReviewState review,

        @NonNull @Description("When this system learnt of this reading; never backdated.")
        Instant knownAt,

        @Description("When another reading took its place; null while it stands.")
        Instant supersededAt,

        @NonNull @Description("Every reading of this statement, one for each article version and extractor version.")
        List<@NonNull StatementReading> readings,

        @Ignore String utteranceId,
        @Ignore String outletId,
        @Ignore Instant publishedAt)
        implements Node {

    public Statement {
        receipts = receipts == null ? List.of() : receipts;
        speakers = speakers == null ? List.of() : speakers;
        stances = stances == null ? List.of() : stances;
        about = about == null ? List.of() : about;
        readings = readings == null ? List.of() : readings;
        statedOnBasis = statedOnBasis == null ? Basis.UNKNOWN : statedOnBasis;
        review = review == null ? ReviewState.UNREVIEWED : review;
    }

    /** What events-service has to send for these fields; its members are called as ours, but for what leads further. */
    public static Set<String> members(Collection<String> fields) {
        Set<String> members = new TreeSet<>(fields);
        if (members.remove("speaker")) {
            members.add("speakers");
        }
        if (members.remove("utterance")) {
            members.add("utteranceId");
        }
        return members;
    }

    @Description("Who said it, when it is one; else the first of speakers.")
    public Actor getSpeaker() {
        return speakers.isEmpty() ? null : speakers.get(0);
    }
}
