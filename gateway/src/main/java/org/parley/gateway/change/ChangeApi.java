package org.parley.gateway.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.graphql.api.Subscription;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.security.RolesAllowed;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.parley.gateway.node.NodeId;
import org.parley.gateway.node.NodeType;
import org.parley.gateway.proposal.Proposal;
import org.parley.gateway.statement.Statement;
import org.parley.gateway.statement.StatementFilter;
import org.parley.gateway.statement.StatementMatch;
import org.parley.gateway.upstream.Lenient;

/** What changes in the record, as it happens. */
@GraphQLApi
public class ChangeApi {

    private static final String AFTER =
            "Begin behind this cursor of an earlier event: nothing is missed. Left out: what happens from now on.";

    private final ChangeFeed feed;
    private final ObjectMapper json;

    ChangeApi(ChangeFeed feed, ObjectMapper json) {
        this.feed = feed;
        this.json = Lenient.reader(json);
    }

    @Subscription
    @RolesAllowed("read")
    @Description("Statements that appear, change or go. CURSOR_EXPIRED: read the lists again, then subscribe anew.")
    public Multi<StatementEvent> statementChanged(
            @Description("Only statements that fit, now or before the change; speakerName and text by the words alone.")
                    StatementFilter filter,
            @Description(AFTER) String after) {
        StatementFilter wanted = StatementFilter.forService(filter);
        return here(feed.from(after)
                .filter(at -> at.change().isOf("statement"))
                .map(this::statementEvent)
                .filter(event -> fits(event.statement(), wanted) || fits(event.before(), wanted)));
    }

    @Subscription
    @RolesAllowed("read")
    @Description("Proposals that appear or change. CURSOR_EXPIRED: read the lists again, then subscribe anew.")
    public Multi<ProposalEvent> proposalChanged(
            @Id @Description("Only this one: a global id.") String id, @Description(AFTER) String after) {
        String wanted = NodeId.uuid(id, NodeType.PROPOSAL, "id");
        return here(feed.from(after)
                .filter(at -> at.change().isOf("proposal"))
                .filter(at -> wanted == null || wanted.equals(at.change().subject()))
                .map(this::proposalEvent));
    }

    /** Events on the thread of the connection, where the joins below them expect to run. */
    private static <T> Multi<T> here(Multi<T> events) {
        Context connection = Vertx.currentContext();
        return events.emitOn(task -> connection.runOnContext(ignored -> task.run()), 1);
    }

    private static boolean fits(Statement statement, StatementFilter filter) {
        return statement != null && StatementMatch.fits(statement, filter);
    }

    private StatementEvent statementEvent(ChangeFeed.At at) {
        Change change = at.change();
        return new StatementEvent(
                at.cursor(),
                change.kind(),
                ChangeReason.of(change.data().reason()),
                row(change.data().after(), Statement.class),
                row(change.data().before(), Statement.class));
    }

    private ProposalEvent proposalEvent(ChangeFeed.At at) {
        Change change = at.change();
        return new ProposalEvent(
                at.cursor(),
                change.kind(),
                ChangeReason.of(change.data().reason()),
                row(change.data().after(), Proposal.class));
    }

    private <T> T row(JsonNode written, Class<T> type) {
        try {
            return written == null || written.isNull() ? null : json.treeToValue(written, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a change cannot be read", e);
        }
    }
}
