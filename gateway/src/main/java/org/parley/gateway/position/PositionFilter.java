package org.parley.gateway.position;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.gateway.node.NodeId;
import org.parley.gateway.node.NodeType;
import org.parley.gateway.statement.StanceValue;

/** Which positions: what is set must all hold; a list means any of it. Public fields, since that is what the schema and JSON are made from. */
@Input("PositionFilter")
@Description("Which positions: what is set must all hold; a list means any of it.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public class PositionFilter {

    @Id
    @Description("To one of these: global ids of proposals.")
    public List<@NonNull String> proposal;

    @Id
    @Description("To one of these: global ids of proposal versions.")
    public List<@NonNull String> proposalVersion;

    @Id
    @Description("Of one of these: global ids of actors.")
    public List<@NonNull String> holder;

    @Id
    @Description("Of people who speak for one of these: global ids of actors.")
    public List<@NonNull String> party;

    @Description("One of these stances.")
    public List<@NonNull StanceValue> stance;

    @Description("Only what others claim (true) or only what the holders say themselves (false).")
    public Boolean claimed;

    /** The filter in the services' own ids; {@code filter} itself when it is null. */
    static PositionFilter forService(PositionFilter filter) {
        if (filter != null) {
            filter.proposal = NodeId.uuids(filter.proposal, NodeType.PROPOSAL, "filter.proposal");
            filter.proposalVersion =
                    NodeId.uuids(filter.proposalVersion, NodeType.PROPOSAL_VERSION, "filter.proposalVersion");
            filter.holder = NodeId.uuids(filter.holder, NodeType.ACTOR, "filter.holder");
            filter.party = NodeId.uuids(filter.party, NodeType.ACTOR, "filter.party");
        }
        return filter;
    }
}
