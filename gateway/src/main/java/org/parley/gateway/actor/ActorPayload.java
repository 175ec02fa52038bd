package org.parley.gateway.actor;

import org.eclipse.microprofile.graphql.Description;

/** An actor after a change. */
@Description("An actor after a change.")
public record ActorPayload(@Description("The actor.") Actor actor) {}
