package org.parley.gateway.door;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.PATCH;
import static io.vertx.core.http.HttpMethod.POST;

import io.vertx.core.http.HttpMethod;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.parley.gateway.key.KeyAuthentication;

/**
 * What is passed through to a service, and which role it needs.
 *
 * @param roles any one of them will do
 */
record Passage(HttpMethod method, String path, String service, Set<String> roles) {

    private static final Pattern WHOLE = Pattern.compile("/v1/record|/v1/exports/.*|/v1/statements/.*");
    private static final Set<String> READ = Set.of("read");
    private static final Set<String> PARTNER = Set.of("partner");
    private static final Set<String> PARTNERS = Set.of("partner", "admin");
    private static final Set<String> REVIEW = Set.of("review");
    private static final Set<String> ADMIN = Set.of("admin");

    /** Everything public that is not served here. What is not in this list cannot be reached from outside. */
    static final List<Passage> ALL = Stream.of(
                    to("events", Set.of("partner", KeyAuthentication.EXTRACT), POST, "/v1/extractions"),
                    to("events", PARTNER, GET, "/v1/changes"),
                    to("events", PARTNERS, POST, "/v1/questions"),
                    to("events", PARTNERS, GET, "/v1/questions", "/v1/questions/:id"),
                    to("events", PARTNERS, DELETE, "/v1/questions/:id"),
                    to("events", PARTNER, GET, "/v1/questions/:id/changes"),
                    to("events", PARTNERS, GET, "/v1/webhooks", "/v1/webhooks/:id", "/v1/webhooks/:id/deliveries"),
                    to("events", PARTNERS, GET, "/v1/webhooks/:id/deliveries/:delivery"),
                    to("events", PARTNERS, POST, "/v1/webhooks", "/v1/webhooks/:id/disable", "/v1/webhooks/:id/enable"),
                    to("events", PARTNERS, POST, "/v1/webhooks/:id/rotate", "/v1/webhooks/:id/ping"),
                    to("events", PARTNERS, POST, "/v1/webhooks/:id/replay"),
                    to("events", PARTNERS, POST, "/v1/webhooks/:id/deliveries/:delivery/resend"),
                    to("events", PARTNERS, POST, "/v1/webhooks/:id/deliveries/:delivery/dismiss"),
                    to("events", PARTNERS, PATCH, "/v1/webhooks/:id"),
                    to("events", PARTNERS, DELETE, "/v1/webhooks/:id"),
                    to("events", READ, GET, "/v1/record", "/v1/statements/export"),
                    to("events", READ, GET, "/v1/exports/:what"),
                    to("events", READ, GET, "/v1/statements/annotations", "/v1/statements/jsonld"),
                    to("events", READ, POST, "/v1/proposal-versions/diff", "/v1/outlets/attributions"),
                    to("events", READ, GET, "/v1/other-readings"),
                    to("events", REVIEW, POST, "/v1/review/query", "/v1/review/decisions"),
                    to("events", REVIEW, POST, "/v1/review/decisions/query", "/v1/review/decisions/:id/undo"),
                    to("events", ADMIN, POST, "/v1/actors/merge", "/v1/actors/:id/unmerge"),
                    to("events", Set.of("review", "admin"), POST, "/v1/proposals/merge", "/v1/proposals/unmerge"),
                    to("sources", ADMIN, POST, "/v1/articles", "/v1/articles/preview", "/v1/articles/bulk"),
                    to("sources", ADMIN, POST, "/v1/articles/:id/retract"),
                    to("sources", READ, GET, "/v1/articles/:id/diff"),
                    to("sources", READ, POST, "/v1/outlets/scorecards", "/v1/outlets/:id/scorecard-rows"),
                    to("sources", ADMIN, POST, "/v1/outlets", "/v1/outlets/:id/retire", "/v1/outlets/:id/resume"),
                    to("sources", ADMIN, PATCH, "/v1/outlets/:id", "/v1/feeds/:id"),
                    to("sources", ADMIN, POST, "/v1/feeds", "/v1/feeds/query", "/v1/feeds/test", "/v1/feeds/discover"),
                    to("sources", ADMIN, POST, "/v1/feeds/:id/pause", "/v1/feeds/:id/resume", "/v1/feeds/:id/retire"),
                    to("sources", ADMIN, POST, "/v1/feeds/:id/poll", "/v1/feeds/:id/backfill", "/v1/feeds/:id/polls"),
                    to("sources", ADMIN, POST, "/v1/feeds/opml", "/v1/feeds/configuration"),
                    to("sources", ADMIN, GET, "/v1/feeds/:id", "/v1/feeds/opml", "/v1/feeds/configuration"),
                    to("sources", ADMIN, POST, "/v1/jobs/imports", "/v1/jobs/query"),
                    to("sources", ADMIN, POST, "/v1/jobs/:id/cancel", "/v1/jobs/:id/resume", "/v1/given-up/retry"),
                    to("sources", ADMIN, GET, "/v1/jobs/:id", "/v1/jobs/:id/rows", "/v1/given-up"),
                    to("sources", ADMIN, POST, "/v1/audit/query"))
            .flatMap(List::stream)
            .toList();

    /** What it costs of a caller's budget: a row or a task is 1, everything there is a lot. */
    int cost() {
        return WHOLE.matcher(path).matches() ? 1_000 : 1;
    }

    /** Whether its answer can be a long time coming, or never end. */
    boolean isFollowed() {
        return path.endsWith("/changes");
    }

    private static List<Passage> to(String service, Set<String> roles, HttpMethod method, String... paths) {
        return Arrays.stream(paths)
                .map(path -> new Passage(method, path, service, roles))
                .toList();
    }
}
