package org.parley.gateway.upstream;

import static jakarta.ws.rs.core.HttpHeaders.AUTHORIZATION;
import static jakarta.ws.rs.core.HttpHeaders.IF_MATCH;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.rest.client.reactive.jackson.ClientObjectMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.parley.gateway.article.Article;
import org.parley.gateway.article.ArticleFilter;
import org.parley.gateway.article.ArticleVersion;
import org.parley.gateway.feed.Feed;
import org.parley.gateway.feed.FeedFilter;
import org.parley.gateway.feed.FeedInput;
import org.parley.gateway.feed.FeedPatch;
import org.parley.gateway.feed.FeedPoll;
import org.parley.gateway.outlet.Outlet;
import org.parley.gateway.outlet.OutletInput;
import org.parley.gateway.outlet.OutletPatch;
import org.parley.gateway.outlet.OutletScorecard;
import org.parley.gateway.page.Page;
import org.parley.gateway.search.SearchHit;

/** What the gateway asks of sources-service. */
@RegisterRestClient(configKey = "sources")
@Path("/v1")
public interface SourcesClient {

    /** The header that makes a request safe to repeat. */
    String KEY = "Idempotency-Key";

    @POST
    @Path("/articles/query")
    CompletionStage<Page<Article>> articles(@HeaderParam(AUTHORIZATION) String token, Ask.Query<ArticleFilter> query);

    @POST
    @Path("/articles/by-ids")
    CompletionStage<Ask.Items<Article>> articlesByIds(@HeaderParam(AUTHORIZATION) String token, Ask.ArticlesByIds ids);

    @POST
    @Path("/articles/by-outlets")
    CompletionStage<Ask.Pages<Article>> articlesByOutlets(@HeaderParam(AUTHORIZATION) String token, Ask.PagesOf ask);

    @POST
    @Path("/article-versions/by-ids")
    CompletionStage<Ask.Items<ArticleVersion>> versionsByIds(@HeaderParam(AUTHORIZATION) String token, Ask.ByIds ids);

    @POST
    @Path("/outlets/query")
    CompletionStage<Page<Outlet>> outlets(@HeaderParam(AUTHORIZATION) String token, Ask.Query<Void> query);

    @POST
    @Path("/outlets/by-ids")
    CompletionStage<Ask.Items<Outlet>> outletsByIds(@HeaderParam(AUTHORIZATION) String token, Ask.ByIds ids);

    @POST
    @Path("/search")
    CompletionStage<Page<SearchHit>> search(@HeaderParam(AUTHORIZATION) String token, Ask.Search search);

    @POST
    @Path("/articles")
    CompletionStage<Submitted> submit(
            @HeaderParam(AUTHORIZATION) String token, @HeaderParam(KEY) String key, Submission article);

    @GET
    @Path("/snapshot")
    CompletionStage<Ask.Snapshot> snapshot(@HeaderParam(AUTHORIZATION) String token);

    @GET
    @Path("/status")
    CompletionStage<JsonNode> status(@HeaderParam(AUTHORIZATION) String token);

    @POST
    @Path("/articles/{id}/retract")
    CompletionStage<Article> retract(
            @HeaderParam(AUTHORIZATION) String token, @PathParam("id") String id, Ask.Reason reason);

    @POST
    @Path("/outlets")
    CompletionStage<Outlet> addOutlet(
            @HeaderParam(AUTHORIZATION) String token, @HeaderParam(KEY) String key, OutletInput outlet);

    @PATCH
    @Path("/outlets/{id}")
    CompletionStage<Outlet> updateOutlet(
            @HeaderParam(AUTHORIZATION) String token,
            @HeaderParam(IF_MATCH) String ifMatch,
            @PathParam("id") String id,
            OutletPatch patch);

    @POST
    @Path("/outlets/{id}/{way}")
    CompletionStage<Outlet> turnOutlet(
            @HeaderParam(AUTHORIZATION) String token,
            @HeaderParam(IF_MATCH) String ifMatch,
            @PathParam("id") String id,
            @PathParam("way") String way);

    @POST
    @Path("/outlets/scorecards")
    CompletionStage<Ask.Items<OutletScorecard>> scorecards(
            @HeaderParam(AUTHORIZATION) String token, Ask.Scorecards ask);

    @POST
    @Path("/outlets/{id}/scorecard-rows")
    CompletionStage<Page<Article>> scorecardRows(
            @HeaderParam(AUTHORIZATION) String token, @PathParam("id") String id, Ask.ScorecardRows ask);

    @POST
    @Path("/feeds/query")
    CompletionStage<Page<Feed>> feeds(@HeaderParam(AUTHORIZATION) String token, Ask.Query<FeedFilter> query);

    @POST
    @Path("/feeds/by-ids")
    CompletionStage<Ask.Items<Feed>> feedsByIds(@HeaderParam(AUTHORIZATION) String token, Ask.ByIds ids);

    @POST
    @Path("/feeds")
    CompletionStage<Feed> addFeed(
            @HeaderParam(AUTHORIZATION) String token, @HeaderParam(KEY) String key, FeedInput feed);

    @PATCH
    @Path("/feeds/{id}")
    CompletionStage<Feed> updateFeed(
            @HeaderParam(AUTHORIZATION) String token,
            @HeaderParam(IF_MATCH) String ifMatch,
            @PathParam("id") String id,
            FeedPatch patch);

    @POST
    @Path("/feeds/{id}/{way}")
    CompletionStage<Feed> turnFeed(
            @HeaderParam(AUTHORIZATION) String token,
            @HeaderParam(IF_MATCH) String ifMatch,
            @PathParam("id") String id,
            @PathParam("way") String way);

    @POST
    @Path("/feeds/{id}/poll")
    CompletionStage<FeedPoll> pollFeed(@HeaderParam(AUTHORIZATION) String token, @PathParam("id") String id);

    @ClientObjectMapper
    static ObjectMapper lenient(ObjectMapper json) {
        return Lenient.reader(json);
    }
}
