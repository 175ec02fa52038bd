package org.parley.gateway.upstream;

import static jakarta.ws.rs.core.HttpHeaders.AUTHORIZATION;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.rest.client.reactive.jackson.ClientObjectMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.parley.gateway.article.Article;
import org.parley.gateway.article.ArticleFilter;
import org.parley.gateway.article.ArticleVersion;
import org.parley.gateway.outlet.Outlet;
import org.parley.gateway.page.Page;
import org.parley.gateway.search.SearchHit;

/** What the gateway asks of sources-service. */
@RegisterRestClient(configKey = "sources")
@Path("/v1")
public interface SourcesClient {

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
    CompletionStage<Submitted> submit(@HeaderParam(AUTHORIZATION) String token, Submission article);

    @GET
    @Path("/status")
    CompletionStage<JsonNode> status(@HeaderParam(AUTHORIZATION) String token);

    @ClientObjectMapper
    static ObjectMapper lenient(ObjectMapper json) {
        return Lenient.reader(json);
    }
}
