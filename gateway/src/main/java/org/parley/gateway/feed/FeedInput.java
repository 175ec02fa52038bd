package org.parley.gateway.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A feed to read. */
@Input("FeedInput")
@Description("A feed to read.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public class FeedInput {

    @Id
    @NonNull @Description("Global id of the outlet it belongs to.")
    public String outlet;

    @NonNull @Description("Its address.")
    public String url;

    @Description("What it is called; as it says itself, when left out.")
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
