package org.parley.gateway.statement;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

/** A proposal that the statement is about, whatever its speaker thinks of it. */
@Description("A proposal that the statement is about, whatever its speaker thinks of it.")
public record About(@Ignore String proposalId, @Ignore String versionId) {}
