package org.parley.gateway.statement;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** How the speaker stands to a proposal, by this statement. */
@Description("How the speaker stands to a proposal, by this statement.")
public record Stance(
        @Ignore String proposalId,
        @Ignore String versionId,
        @NonNull @Description("The stance.") StanceValue value) {}
