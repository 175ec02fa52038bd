package org.parley.gateway.review;

import org.eclipse.microprofile.graphql.Description;

/** What was decided or undone. */
@Description("What was decided or undone.")
public record ReviewPayload(@Description("The decision.") Decision decision) {}
