package org.parley.gateway.feed;

import org.eclipse.microprofile.graphql.Description;

/** A feed after a change. */
@Description("A feed after a change.")
public record FeedPayload(
        @Description("The feed.") Feed feed,
        @Description("What the read brought, for pollFeed.") FeedPoll poll) {}
