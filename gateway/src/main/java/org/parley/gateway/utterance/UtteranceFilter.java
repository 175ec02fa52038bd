package org.parley.gateway.utterance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.gateway.node.NodeId;
import org.parley.gateway.node.NodeType;

/** Which utterances: what is set must all hold; a list means any of it. Public fields, since that is what the schema and JSON are made from. */
@Input("UtteranceFilter")
@Description("Which utterances: what is set must all hold; a list means any of it.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public class UtteranceFilter {

    @Id
    @Description("Global ids of utterances.")
    public List<@NonNull String> ids;

    @Id
    @Description("Said by one of these: global ids of actors.")
    public List<@NonNull String> speaker;

    @Id
    @Description("About one of these: global ids of proposals.")
    public List<@NonNull String> proposal;

    @Id
    @Description("Reported by one of these: global ids of outlets.")
    public List<@NonNull String> outlet;

    @Id
    @Description("Reported in one of these: global ids of articles.")
    public List<@NonNull String> article;

    @Description("Said on that day or later.")
    public LocalDate statedFrom;

    @Description("Said on that day or earlier.")
    public LocalDate statedTo;

    @Description("Reported by at least so many outlets.")
    public Integer minOutlets;

    @Description("With at least so many independent origins.")
    public Integer minOrigins;

    @Description("Words of a report.")
    public String text;

    /** The filter in the services' own ids; {@code filter} itself when it is null. */
    static UtteranceFilter forService(UtteranceFilter filter) {
        if (filter != null) {
            filter.ids = NodeId.uuids(filter.ids, NodeType.UTTERANCE, "filter.ids");
            filter.speaker = NodeId.uuids(filter.speaker, NodeType.ACTOR, "filter.speaker");
            filter.proposal = NodeId.uuids(filter.proposal, NodeType.PROPOSAL, "filter.proposal");
            filter.outlet = NodeId.uuids(filter.outlet, NodeType.OUTLET, "filter.outlet");
            filter.article = NodeId.uuids(filter.article, NodeType.ARTICLE, "filter.article");
        }
        return filter;
    }
}
