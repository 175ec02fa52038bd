package org.parley.sources.feed;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.ProblemException;
import org.parley.sources.audit.Patch;

/** Finds feeds, and takes and gives lists of them. */
@Path("/v1/feeds")
@RolesAllowed("admin")
class FeedListsApi {

    private static final int MOST_BYTES = 10 * 1024 * 1024;

    private final Discovery discovery;
    private final FeedList list;

    FeedListsApi(Discovery discovery, FeedList list) {
        this.discovery = discovery;
        this.list = list;
    }

    record Asked(String url) {}

    record Found(List<Discovery.Candidate> feeds) {}

    /** All feeds as they are set up, to keep or to bring elsewhere. */
    record Configuration(List<FeedList.Entry> feeds) {}

    @POST
    @Path("/discover")
    @Operation(summary = "Find the feeds of a site from its home page; nothing is stored")
    public Found discover(Asked asked) {
        return new Found(discovery.of(Patch.given(asked).url()));
    }

    @GET
    @Path("/opml")
    @Produces("text/x-opml;charset=UTF-8")
    @Operation(summary = "All feeds as OPML")
    public String opml() {
        return Opml.write(all().stream().map(Feed::view).toList());
    }

    @POST
    @Path("/opml")
    @Consumes({"text/x-opml", "application/xml", "text/xml"})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Bring in the feeds of an OPML file, or with preview=true tell what that would do")
    public FeedList.Rows bringOpml(
            InputStream body, @QueryParam("preview") boolean preview, @QueryParam("outlet") String outlet)
            throws IOException {
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw ProblemException.at(ErrorCode.LIMIT_EXCEEDED, 413, null, "the list is larger than 10 MB");
        }
        return list.bring(Opml.read(bytes, outlet), preview, "feed.import-opml");
    }

    @GET
    @Path("/configuration")
    @Operation(summary = "All feeds with their settings")
    public Configuration configuration() {
        return new Configuration(all().stream()
                .map(feed -> new FeedList.Entry(
                        feed.outlet.name,
                        feed.url,
                        feed.title,
                        feed.outlet.homepage,
                        feed.fetchPages,
                        feed.included,
                        feed.excluded,
                        feed.minIntervalSeconds,
                        feed.maxIntervalSeconds))
                .toList());
    }

    @POST
    @Path("/configuration")
    @Operation(summary = "Bring in feeds with their settings, or with preview=true tell what that would do")
    public FeedList.Rows bringConfiguration(Configuration configuration, @QueryParam("preview") boolean preview) {
        List<FeedList.Entry> feeds = Patch.given(configuration).feeds();
        if (feeds == null || feeds.contains(null)) {
            throw ProblemException.badInput("feeds", "has to be a list of feeds");
        }
        return list.bring(feeds, preview, "feed.import-configuration");
    }

    private static List<Feed> all() {
        return Feed.list("state <> ?1 order by outlet.name, url", Feed.State.RETIRED);
    }
}
