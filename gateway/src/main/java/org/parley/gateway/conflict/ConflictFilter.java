package org.parley.gateway.conflict;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.gateway.node.NodeId;
import org.parley.gateway.node.NodeType;

/** Which conflicts: what is set must all hold; a list means any of it. Public fields, since that is what the schema and JSON are made from. */
@Input("ConflictFilter")
@Description("Which conflicts: what is set must all hold; a list means any of it.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public class ConflictFilter {

    @Id
    @Description("Global ids of conflicts.")
    public List<@NonNull String> ids;

    @Description("Of one of these kinds.")
    public List<@NonNull ConflictKind> kind;

    @Description("With one of these ends.")
    public List<@NonNull ConflictResolution> resolution;

    @Id
    @Description("In one of these: global ids of articles.")
    public List<@NonNull String> article;

    @Id
    @Description("About one of these: global ids of proposals.")
    public List<@NonNull String> proposal;

    @Id
    @Description("About one of these: global ids of actors.")
    public List<@NonNull String> speaker;

    @Id
    @Description("Between these and others: global ids of statements.")
    public List<@NonNull String> statement;

    /** The filter in the services' own ids; {@code filter} itself when it is null. */
    static ConflictFilter forService(ConflictFilter filter) {
        if (filter != null) {
            filter.ids = NodeId.uuids(filter.ids, NodeType.CONFLICT, "filter.ids");
            filter.article = NodeId.uuids(filter.article, NodeType.ARTICLE, "filter.article");
            filter.proposal = NodeId.uuids(filter.proposal, NodeType.PROPOSAL, "filter.proposal");
            filter.speaker = NodeId.uuids(filter.speaker, NodeType.ACTOR, "filter.speaker");
            filter.statement = NodeId.uuids(filter.statement, NodeType.STATEMENT, "filter.statement");
        }
        return filter;
    }
}
