package org.parley.gateway.utterance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.gateway.actor.Actor;
import org.parley.gateway.node.Node;

/** One act of speech, whoever reports it. */
@Description("One act of speech, whoever reports it.")
public record Utterance(
        @Id
        @NonNull @Description("Global id; that of one that was joined with another leads to the one it was joined with.")
        String id,

        @Ignore List<Actor> speakers,

        @Description("The day it was said, or the first day it can have been.")
        LocalDate statedOn,

        @Description("The last day it can have been said.") LocalDate statedOnLatest,
        @Description("Its wording in the earliest report.") String content,
        @Description("How many statements report it.") int statementCount,
        @Description("How many outlets report it.") int outletCount,

        @Description("How many independent origins of these reports are known.")
        int originCount,

        @Description("How many reports name no origin.") int unknownOriginReports,
        @NonNull @Description("The origins that are known.") List<@NonNull Origin> origins,

        @NonNull @Description("When this system learnt of it; never backdated.")
        Instant knownAt,

        @Description("When it ceased to be part of the record; null while it is.")
        Instant supersededAt)
        implements Node {

    public Utterance {
        speakers = speakers == null ? List.of() : speakers;
        origins = origins == null ? List.of() : origins;
    }

    @NonNull @Description("Who said it; several for a joint statement.")
    public List<@NonNull Actor> getSpeakers() {
        return speakers;
    }

    @Description("Who said it, when it is one; else the first of speakers.")
    public Actor getSpeaker() {
        return speakers.isEmpty() ? null : speakers.get(0);
    }
}
