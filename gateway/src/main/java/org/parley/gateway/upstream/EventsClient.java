package org.parley.gateway.upstream;

import static jakarta.ws.rs.core.HttpHeaders.AUTHORIZATION;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.rest.client.reactive.jackson.ClientObjectMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.parley.gateway.actor.Actor;
import org.parley.gateway.actor.ActorFilter;
import org.parley.gateway.assertion.Assertion;
import org.parley.gateway.conflict.Conflict;
import org.parley.gateway.conflict.ConflictFilter;
import org.parley.gateway.outlet.Attribution;
import org.parley.gateway.page.Page;
import org.parley.gateway.position.Position;
import org.parley.gateway.proposal.Mention;
import org.parley.gateway.proposal.Point;
import org.parley.gateway.proposal.Proposal;
import org.parley.gateway.proposal.ProposalFilter;
import org.parley.gateway.proposal.ProposalVersion;
import org.parley.gateway.review.Decision;
import org.parley.gateway.review.DecisionFilter;
import org.parley.gateway.review.DecisionRequest;
import org.parley.gateway.review.ReviewFilter;
import org.parley.gateway.review.ReviewItem;
import org.parley.gateway.search.SearchHit;
import org.parley.gateway.statement.Statement;
import org.parley.gateway.statement.StatementFilter;
import org.parley.gateway.utterance.Utterance;
import org.parley.gateway.utterance.UtteranceFilter;

/** What the gateway asks of events-service. */
@RegisterRestClient(configKey = "events")
@Path("/v1")
public interface EventsClient {

    @POST
    @Path("/statements/query")
    CompletionStage<Page<Statement>> statements(
            @HeaderParam(AUTHORIZATION) String token, Ask.Query<StatementFilter> query);

    @POST
    @Path("/statements/pages-by")
    CompletionStage<Ask.Pages<Statement>> statementPages(
            @HeaderParam(AUTHORIZATION) String token, Ask.PagesBy<StatementFilter> ask);

    @POST
    @Path("/statements/by-ids")
    CompletionStage<Ask.Items<Statement>> statementsByIds(@HeaderParam(AUTHORIZATION) String token, Ask.ByIds ids);

    @POST
    @Path("/outlets/attributions")
    CompletionStage<Ask.Items<Attribution>> attributions(
            @HeaderParam(AUTHORIZATION) String token, Ask.Attributions ask);

    @POST
    @Path("/actors/query")
    CompletionStage<Page<Actor>> actors(@HeaderParam(AUTHORIZATION) String token, Ask.Query<ActorFilter> query);

    @POST
    @Path("/actors/by-ids")
    CompletionStage<Ask.Items<Actor>> actorsByIds(@HeaderParam(AUTHORIZATION) String token, Ask.ByIds ids);

    @POST
    @Path("/proposals/query")
    CompletionStage<Page<Proposal>> proposals(
            @HeaderParam(AUTHORIZATION) String token, Ask.Query<ProposalFilter> query);

    @GET
    @Path("/proposals/by-slug/{slug}")
    CompletionStage<Proposal> proposalBySlug(@HeaderParam(AUTHORIZATION) String token, @PathParam("slug") String slug);

    @POST
    @Path("/proposals/by-ids")
    CompletionStage<Ask.Items<Proposal>> proposalsByIds(@HeaderParam(AUTHORIZATION) String token, Ask.ByIds ids);

    @POST
    @Path("/proposal-versions/by-ids")
    CompletionStage<Ask.Items<ProposalVersion>> proposalVersionsByIds(
            @HeaderParam(AUTHORIZATION) String token, Ask.ByIds ids);

    @POST
    @Path("/proposals/mentions")
    CompletionStage<Ask.Pages<Mention>> mentions(@HeaderParam(AUTHORIZATION) String token, Ask.PagesOf ask);

    @POST
    @Path("/search")
    CompletionStage<Page<SearchHit>> search(@HeaderParam(AUTHORIZATION) String token, Ask.Search search);

    @GET
    @Path("/snapshot")
    CompletionStage<Ask.Snapshot> snapshot(@HeaderParam(AUTHORIZATION) String token);

    @GET
    @Path("/status")
    CompletionStage<JsonNode> status(@HeaderParam(AUTHORIZATION) String token);

    @POST
    @Path("/utterances/query")
    CompletionStage<Page<Utterance>> utterances(
            @HeaderParam(AUTHORIZATION) String token, Ask.Query<UtteranceFilter> query);

    @POST
    @Path("/utterances/by-ids")
    CompletionStage<Ask.Items<Utterance>> utterancesByIds(@HeaderParam(AUTHORIZATION) String token, Ask.ByIds ids);

    @POST
    @Path("/positions/pages-by")
    CompletionStage<Ask.Pages<Position>> positionPages(@HeaderParam(AUTHORIZATION) String token, Ask.Positions ask);

    @POST
    @Path("/conflicts/query")
    CompletionStage<Page<Conflict>> conflicts(
            @HeaderParam(AUTHORIZATION) String token, Ask.Query<ConflictFilter> query);

    @POST
    @Path("/conflicts/by-ids")
    CompletionStage<Ask.Items<Conflict>> conflictsByIds(@HeaderParam(AUTHORIZATION) String token, Ask.ByIds ids);

    @POST
    @Path("/points/by-ids")
    CompletionStage<Ask.Items<Point>> pointsByIds(@HeaderParam(AUTHORIZATION) String token, Ask.ByIds ids);

    @POST
    @Path("/proposals/responses")
    CompletionStage<Ask.Pages<Proposal>> responses(@HeaderParam(AUTHORIZATION) String token, Ask.PagesOf ask);

    @POST
    @Path("/assertions/by-ids")
    CompletionStage<Ask.Items<Assertion>> assertionsByIds(@HeaderParam(AUTHORIZATION) String token, Ask.ByIds ids);

    @POST
    @Path("/assertions/pages-by")
    CompletionStage<Ask.Pages<Assertion>> assertionPages(
            @HeaderParam(AUTHORIZATION) String token, Ask.PagesBy<Void> ask);

    @POST
    @Path("/review/query")
    CompletionStage<Page<ReviewItem>> reviewQueue(
            @HeaderParam(AUTHORIZATION) String token, Ask.Query<ReviewFilter> query);

    @POST
    @Path("/review/decisions")
    CompletionStage<Decision> decide(@HeaderParam(AUTHORIZATION) String token, DecisionRequest decision);

    @POST
    @Path("/review/decisions/query")
    CompletionStage<Page<Decision>> decisions(
            @HeaderParam(AUTHORIZATION) String token, Ask.Query<DecisionFilter> query);

    @POST
    @Path("/review/decisions/{id}/undo")
    CompletionStage<Decision> undoDecision(@HeaderParam(AUTHORIZATION) String token, @PathParam("id") String id);

    @POST
    @Path("/actors/merge")
    CompletionStage<Actor> mergeActors(@HeaderParam(AUTHORIZATION) String token, Ask.Merge merge);

    @POST
    @Path("/actors/{id}/unmerge")
    CompletionStage<Actor> unmergeActor(@HeaderParam(AUTHORIZATION) String token, @PathParam("id") String id);

    @POST
    @Path("/proposals/merge")
    CompletionStage<Proposal> mergeProposals(@HeaderParam(AUTHORIZATION) String token, Ask.Merge merge);

    @POST
    @Path("/proposals/unmerge")
    CompletionStage<Proposal> unmergeProposal(@HeaderParam(AUTHORIZATION) String token, Ask.Id id);

    @ClientObjectMapper
    static ObjectMapper lenient(ObjectMapper json) {
        return Lenient.reader(json);
    }
}
