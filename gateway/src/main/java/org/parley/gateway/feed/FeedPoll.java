package org.parley.gateway.feed;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What one read of a feed brought. */
@Description("What one read of a feed brought.")
public record FeedPoll(
        @NonNull @Description("How it ended.") PollOutcome outcome,
        @Description("More about that.") String detail,
        @Description("HTTP status.") Integer status,
        @Description("Items in it.") int items,
        @Description("Items not seen before.") int fresh,
        @Description("Articles stored.") int stored,
        @Description("New versions of articles.") int newVersions,
        @Description("Articles that were known.") int unchanged,

        @Description("Items left out by include and exclude.")
        int skipped,

        @Description("Items that could not be stored.") int refused,

        @Description("Items that are left for the next read.")
        int later) {}
