package org.parley.gateway.review;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.gateway.node.NodeId;
import org.parley.gateway.node.NodeType;
import org.parley.gateway.statement.StanceValue;

/** How a speaker stands to a proposal. */
@Input("StanceInput")
@Description("How a speaker stands to a proposal.")
public class StanceInput {

    @Id
    @NonNull @Description("Global id of the proposal.")
    public String proposal;

    @Id
    @Description("Global id of the version, if it can be told which.")
    public String version;

    @NonNull @Description("The stance.")
    public StanceValue value;

    DecisionRequest.Stance forService() {
        return new DecisionRequest.Stance(
                NodeId.uuid(proposal, NodeType.PROPOSAL, "input.correction.stances.proposal"),
                NodeId.uuid(version, NodeType.PROPOSAL_VERSION, "input.correction.stances.version"),
                value);
    }
}
