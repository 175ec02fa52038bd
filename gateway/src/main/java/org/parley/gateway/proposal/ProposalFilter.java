package org.parley.gateway.proposal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.gateway.node.NodeId;
import org.parley.gateway.node.NodeType;

/** Which proposals: what is set must all hold. */
@Input("ProposalFilter")
@Description("Which proposals: what is set must all hold; a list means any of it.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public class ProposalFilter {

    @Description("Of one of these kinds.")
    public List<@NonNull ProposalKind> kind;

    @Description("Put forward or backed by this one: the whole name.")
    public String sponsor;

    @Id
    @Description("Put forward or backed by one of these: global ids of actors.")
    public List<@NonNull String> sponsors;

    @Description("With a version that is said to have this many points.")
    public Integer pointCount;

    @Description("Words of the title.")
    public String text;

    /** The filter in the services' own ids; {@code filter} itself when it is null. */
    static ProposalFilter forService(ProposalFilter filter) {
        if (filter != null) {
            filter.sponsors = NodeId.uuids(filter.sponsors, NodeType.ACTOR, "filter.sponsors");
        }
        return filter;
    }
}
