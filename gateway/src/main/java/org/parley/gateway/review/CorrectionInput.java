package org.parley.gateway.review;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.gateway.conflict.ConflictResolution;
import org.parley.gateway.node.NodeId;
import org.parley.gateway.node.NodeType;
import org.parley.gateway.statement.SpeechAct;

/** What a row should say. */
@Input("CorrectionInput")
@Description("What a row should say; what is left out stays as it is.")
public class CorrectionInput {

    @Id
    @Description("Who said it: global id of an actor.")
    public String speaker;

    @Description("The day it was said.")
    public LocalDate statedOn;

    @Description("What the speaker does in saying it.")
    public SpeechAct act;

    @Description("Whether it is a denial or a missing statement.")
    public Boolean negated;

    @Description("All stances it takes.")
    public List<@NonNull StanceInput> stances;

    @Description(
            "The very words that were said, in order: stretches of the article version that the statement is read from.")
    public List<@NonNull SpanInput> spans;

    @Description("What became of a conflict.")
    public ConflictResolution resolution;

    DecisionRequest.Correction forService() {
        return new DecisionRequest.Correction(
                NodeId.uuid(speaker, NodeType.ACTOR, "input.correction.speaker"),
                statedOn,
                act,
                negated,
                stances == null
                        ? null
                        : stances.stream().map(StanceInput::forService).toList(),
                spans,
                resolution);
    }
}
