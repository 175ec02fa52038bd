package org.parley.gateway.position;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.gateway.actor.Actor;
import org.parley.gateway.statement.StanceValue;

/** How somebody stands to a proposal, from a day on, by what was said. */
@Description("How somebody stands to a proposal, from a day on, by what was said.")
public record Position(
        @NonNull @Description("Whose position it is: a person, or the side a person speaks for.")
        Actor holder,

        @Ignore String proposalId,
        @Ignore String versionId,
        @NonNull @Description("The stance.") StanceValue stance,
        @Description("The first day it is known to hold.") LocalDate since,

        @Description("The day another took its place; null while it holds.")
        LocalDate until,

        @Description("Who says so, when it is not the holder; null: the holder's own words.")
        Actor claimedBy,

        @Ignore List<String> statementIds) {

    public Position {
        statementIds = statementIds == null ? List.of() : statementIds;
    }
}
