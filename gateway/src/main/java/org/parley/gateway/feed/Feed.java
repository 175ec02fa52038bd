package org.parley.gateway.feed;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.gateway.node.Node;
import org.parley.gateway.outlet.Outlet;

/** A list of articles that an outlet keeps up to date, read at intervals. */
@Description("A list of articles that an outlet keeps up to date, read at intervals.")
public record Feed(
        @Id @NonNull @Description("Global id.") String id,
        @Description("Whose it is.") Outlet outlet,
        @NonNull @Description("Its address.") String url,
        @Description("What it is called.") String title,

        @Description("How it is written; null before it was read.")
        FeedFormat format,

        @NonNull @Description("Whether it is read.") FeedState state,

        @Description("Whether the page behind each item is fetched.")
        boolean fetchPages,

        @NonNull @Description("Only items whose address or title has one of these; all, when empty.")
        List<@NonNull String> include,

        @NonNull @Description("No items whose address or title has one of these.")
        List<@NonNull String> exclude,

        @Description("Seconds between two reads at least.") int minIntervalSeconds,
        @Description("Seconds between two reads at most.") int maxIntervalSeconds,

        @Description("Seconds between two reads now, as news come in.")
        int intervalSeconds,

        @Description("How the last read ended.") PollOutcome lastOutcome,
        @Description("More about that.") String lastDetail,
        @Description("When it was last read.") Instant lastPolledAt,
        @Description("When it was last read with success.") Instant lastOkAt,
        @Description("When it is read next.") Instant nextPollAt,
        @Description("Failures in a row.") int failures,

        @Description("Since when it fails; null when it does not.")
        Instant brokenSince,

        @Description("Items seen so far.") int itemsSeen,
        @Description("Articles stored from it.") int articlesStored,

        @Description("Counts its edits; give it as expectedVersion to edit only what you have read.")
        int version)
        implements Node {

    public Feed {
        include = include == null ? List.of() : include;
        exclude = exclude == null ? List.of() : exclude;
    }
}
