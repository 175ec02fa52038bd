package org.parley.gateway.feed;

import org.eclipse.microprofile.graphql.Description;

/** Whether a feed is read. */
@Description("Whether a feed is read.")
public enum FeedState {
    @Description("It is read.")
    ACTIVE,

    @Description("An administrator paused it.")
    PAUSED,

    @Description("It is not read any more.")
    RETIRED,

    @Description("It is no longer there.")
    GONE
}
