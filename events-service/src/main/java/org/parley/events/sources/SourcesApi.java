package org.parley.events.sources;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What this service asks sources-service. */
@Path("/v1")
@RegisterRestClient(configKey = "sources")
@RegisterProvider(SourcesToken.class)
public interface SourcesApi {

    /**
     * Its change feed.
     *
     * @param after a cursor it gave, or null for the beginning
     * @param wait seconds to wait for the first change
     */
    @GET
    @Path("/changes")
    FeedPage changes(@QueryParam("after") String after, @QueryParam("limit") int limit, @QueryParam("wait") int wait);

    /** One version of an article with its text. */
    @GET
    @Path("/article-versions/{article}/{number}")
    VersionText version(@PathParam("article") UUID article, @PathParam("number") int number);

    /** Articles by id, each with all its versions. */
    @POST
    @Path("/articles/by-ids")
    ArticlesFound articles(ArticlesAsked asked);
}
