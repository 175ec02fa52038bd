package org.parley.gateway.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.gateway.node.NodeId;
import org.parley.gateway.node.NodeType;

/** Which feeds: what is set must all hold; a list means any of it. Public fields, since that is what the schema and JSON are made from. */
@Input("FeedFilter")
@Description("Which feeds: what is set must all hold; a list means any of it.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public class FeedFilter {

    @Id
    @Description("Global ids of feeds.")
    public List<@NonNull String> ids;

    @Id
    @Description("Of one of these: global ids of outlets.")
    public List<@NonNull String> outlet;

    @Description("In one of these states.")
    public List<@NonNull FeedState> state;

    @Description("Failing (true) or not (false).")
    public Boolean broken;

    @Description("Last read with one of these ends.")
    public List<@NonNull PollOutcome> outcome;

    @Description("Words of title or address.")
    public String text;

    /** The filter in the services' own ids; {@code filter} itself when it is null. */
    static FeedFilter forService(FeedFilter filter) {
        if (filter != null) {
            filter.ids = NodeId.uuids(filter.ids, NodeType.FEED, "filter.ids");
            filter.outlet = NodeId.uuids(filter.outlet, NodeType.OUTLET, "filter.outlet");
        }
        return filter;
    }
}
