package org.parley.gateway.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** What shall be different about a feed; what is left out stays. */
@Input("FeedPatch")
@Description("What shall be different about a feed; what is left out stays.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public class FeedPatch {

    @Description("What it is called.")
    public String title;

    @Description("Whether to fetch the page behind each item.")
    public Boolean fetchPages;

    @Description("Only items whose address or title has one of these.")
    public List<@NonNull String> include;

    @Description("No items whose address or title has one of these.")
    public List<@NonNull String> exclude;

    @Description("Seconds between two reads at least.")
    public Integer minIntervalSeconds;

    @Description("Seconds between two reads at most.")
    public Integer maxIntervalSeconds;
}
