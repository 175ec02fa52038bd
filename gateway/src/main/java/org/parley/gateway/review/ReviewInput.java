package org.parley.gateway.review;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.gateway.node.NodeId;

/** A decision to take. */
@Input("ReviewInput")
@Description("A decision about a row, or about whether two rows are one.")
public class ReviewInput {

    @NonNull @Description("What it is about.")
    public ReviewKind kind;

    @Id
    @NonNull @Description("Global ids of the item's subjects, in their order.")
    public List<@NonNull String> subjects;

    @NonNull @Description("What was found.")
    public Verdict verdict;

    @Description("Why.")
    public String note;

    @Description("What it should be; needs the verdict CORRECT.")
    public CorrectionInput correction;

    DecisionRequest forService() {
        return new DecisionRequest(
                kind,
                subjects.stream()
                        .map(id -> NodeId.parse(id, "input.subjects").uuid())
                        .toList(),
                verdict,
                note,
                correction == null ? null : correction.forService());
    }
}
