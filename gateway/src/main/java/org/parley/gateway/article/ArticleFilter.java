package org.parley.gateway.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.gateway.node.NodeId;
import org.parley.gateway.node.NodeType;

/** Which articles: what is set must all hold. Public fields, since that is what the schema and JSON are made from. */
@Input("ArticleFilter")
@Description("Which articles: what is set must all hold; a list means any of it.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public class ArticleFilter {

    @Id
    @Description("Global ids of articles.")
    public List<@NonNull String> ids;

    @Id
    @Description("Global ids of outlets.")
    public List<@NonNull String> outlet;

    @Description("Languages, BCP 47.")
    public List<@NonNull String> language;

    @Description("Published then or later.")
    public Instant publishedFrom;

    @Description("Published then or earlier.")
    public Instant publishedTo;

    @Description("Whether they still stand.")
    public List<@NonNull ArticleState> state;

    @Description("Carrying one of these flags.")
    public List<@NonNull ArticleFlag> flag;

    @Description("Words of headline or text.")
    public String text;

    @Description("The address, exactly.")
    public String url;

    @Description("All of these hold too.")
    public List<@NonNull ArticleFilter> and;

    @Description("At least one of these holds.")
    public List<@NonNull ArticleFilter> or;

    @Description("This does not hold.")
    public ArticleFilter not;

    /** The filter in the services' own ids; {@code filter} itself when it is null. */
    static ArticleFilter forService(ArticleFilter filter) {
        return filter == null ? null : filter.withServiceIds();
    }

    private ArticleFilter withServiceIds() {
        ids = NodeId.uuids(ids, NodeType.ARTICLE, "filter.ids");
        outlet = NodeId.uuids(outlet, NodeType.OUTLET, "filter.outlet");
        if (and != null) {
            and.forEach(ArticleFilter::withServiceIds);
        }
        if (or != null) {
            or.forEach(ArticleFilter::withServiceIds);
        }
        if (not != null) {
            not.withServiceIds();
        }
        return this;
    }
}
