package org.parley.events.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.parley.events.follow.FollowStatus;
import org.parley.events.follow.TopicFollower;
import org.parley.events.table.Rows;
import org.parley.kit.change.ChangeFeed;
import org.parley.kit.kafka.KafkaRelay;
import org.parley.kit.kafka.RelayStatus;
import org.parley.kit.problem.ProblemException;

/** How this service is doing. */
@Path("/v1/status")
@RolesAllowed("read")
class StatusApi {

    private static final int MOST_ERRORS = 20;

    private final Jdbi jdbi;
    private final ChangeFeed feed;
    private final KafkaRelay relay;
    private final TopicFollower follower;
    private final String version;

    StatusApi(
            Jdbi jdbi,
            ChangeFeed feed,
            KafkaRelay relay,
            TopicFollower follower,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.jdbi = jdbi;
        this.feed = feed;
        this.relay = relay;
        this.follower = follower;
        this.version = version;
    }

    /** Why an article version could not be read; given up on, or to be tried again. */
    public record LastError(UUID articleId, int articleVersion, String state, String error, Instant at) {}

    /**
     * The state of the service.
     *
     * @param statements in the present record
     * @param pendingArticles article versions that wait to be read or are being read
     * @param failedArticles article versions that were given up on
     * @param lagSeconds how long the oldest of the waiting ones has waited, or how old the last change of
     *     sources-service was when it arrived, whichever is more
     * @param feedHead the cursor behind the last change of this service's own feed
     * @param following how sources-service is followed, and which of its changes were refused
     * @param kafka of the relay, where there is one
     * @param lastErrors the latest first, at most 20
     */
    public record Status(
            String version,
            long statements,
            long proposals,
            long actors,
            long pendingArticles,
            long failedArticles,
            double lagSeconds,
            String feedHead,
            double feedLagSeconds,
            FollowStatus following,
            @JsonInclude(Include.NON_NULL) RelayStatus kafka,
            List<LastError> lastErrors) {}

    @GET
    @Operation(summary = "Counts, backlog, lag and the last errors")
    public Status status() {
        // Before a connection is taken: the feed wants a transaction of its own.
        String head = feed.head();
        double feedLag = feed.lagSeconds();
        FollowStatus following = follower.status();
        RelayStatus kafka = relay.status().orElse(null);
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select
                            (select count(*) from reading where superseded_at is null) as statements,
                            (select count(*) from proposal_now) as proposals,
                            (select count(*) from actor where superseded_at is null) as actors,
                            (select count(*) from work_item where state in ('PENDING', 'RUNNING')) as pending,
                            (select count(*) from work_item where state = 'FAILED') as failed,
                            greatest(
                                (select extract(epoch from clock_timestamp() - min(created_at)) from work_item
                                    where state in ('PENDING', 'RUNNING')),
                                (select lag_seconds from feed_position where source = 'sources'), 0)::float8 as lag""")
                .map((row, context) -> new Status(
                        version,
                        row.getLong("statements"),
                        row.getLong("proposals"),
                        row.getLong("actors"),
                        row.getLong("pending"),
                        row.getLong("failed"),
                        row.getDouble("lag"),
                        head,
                        feedLag,
                        following,
                        kafka,
                        lastErrors(handle)))
                .one());
    }

    /**
     * How far the reading of an article version has come.
     *
     * @param state {@code PENDING}, {@code RUNNING}, {@code DONE} or {@code FAILED}
     * @param error of the last attempt, if that failed
     * @param extracted false when the text is in a language the engine does not read; null until it was read
     */
    @JsonInclude(Include.NON_NULL)
    public record ArticleStatus(
            String state,
            int attempts,
            String error,
            String extractor,
            String language,
            Boolean extracted,
            Integer statements,
            Integer mentions) {}

    @GET
    @Path("/articles/{article}/{version}")
    @Operation(summary = "How far the reading of an article version has come")
    public ArticleStatus article(@PathParam("article") UUID article, @PathParam("version") int version) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select w.state, w.attempts, w.last_error, e.*
                        from work_item w left join extraction e on e.article_id = w.article_id
                            and e.article_version = w.version and e.extractor = w.extractor
                        where w.article_id = :article and w.version = :version""")
                .bind("article", article)
                .bind("version", version)
                .map((row, context) -> new ArticleStatus(
                        row.getString("state"),
                        row.getInt("attempts"),
                        row.getString("last_error"),
                        row.getString("extractor"),
                        row.getString("language"),
                        row.getObject("extracted", Boolean.class),
                        row.getObject("statements", Integer.class),
                        row.getObject("mentions", Integer.class)))
                .findOne()
                .orElseThrow(() -> ProblemException.notFound("No such article version has arrived here.")));
    }

    private static List<LastError> lastErrors(Handle handle) {
        return handle.createQuery("""
                        select article_id, version, state, last_error, error_at from work_item
                        where last_error is not null order by error_at desc limit :most""")
                .bind("most", MOST_ERRORS)
                .map((row, context) -> new LastError(
                        Rows.uuid(row, "article_id"),
                        row.getInt("version"),
                        row.getString("state"),
                        row.getString("last_error"),
                        Rows.instant(row, "error_at")))
                .list();
    }
}
