package org.parley.gateway.proposal;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.gateway.statement.Basis;
import org.parley.gateway.statement.Receipt;

/** A place where an article speaks of a proposal. */
@Description("A place where an article speaks of a proposal.")
public record Mention(
        @NonNull @Description("Where it stands.") Receipt receipt,

        @Description("How the version was told; null when it was not.")
        Basis basis,

        @Ignore String proposalId,
        @Ignore String versionId) {}
