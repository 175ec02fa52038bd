package org.parley.gateway.door;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.parley.kit.problem.ErrorCode;

/** The few pages for developers: where to begin, and what the error codes mean. */
@Singleton
class Pages {

    private static final String GRAPHIQL = "/q/graphql-ui/";

    private final List<Starter> starters;
    private final String developers;
    private final String problems;

    /** A query to begin with, and what it answers. */
    private record Starter(String title, String query) {

        /** Where GraphiQL opens with it. */
        String address() {
            return GRAPHIQL + "?query="
                    + URLEncoder.encode(query, StandardCharsets.UTF_8).replace("+", "%20");
        }
    }

    Pages() {
        this.starters = Arrays.stream(resource("starters.graphql").split("### "))
                .filter(part -> !part.isBlank())
                .map(part -> part.split("\n", 2))
                .map(part -> new Starter(part[0].strip(), part[1]))
                .toList();
        this.developers = resource("developers.html").replace("{starters}", links());
        this.problems = resource("problems.html").replace("{codes}", codes());
    }

    void register(@Observes Router router) {
        router.get("/docs")
                .order(-1)
                .handler(context -> send(
                        context, developers.replace("{address}", "http://" + escaped(Guards.host(context.request())))));
        router.get("/docs/problems").order(-1).handler(context -> send(context, problems));
        router.get("/graphiql")
                .order(-1)
                .handler(context -> context.response()
                        .setStatusCode(302)
                        .putHeader("Location", starters.get(0).address())
                        .end());
    }

    private String links() {
        return starters.stream()
                .map(starter -> "<li><a href=\"" + starter.address() + "\">" + starter.title() + "</a></li>")
                .collect(Collectors.joining("\n"));
    }

    private static String escaped(String text) {
        return String.valueOf(text).replaceAll("[^A-Za-z0-9.:\\[\\]-]", "");
    }

    private static String codes() {
        return Arrays.stream(ErrorCode.values())
                .map(code -> "<dt id=\"" + code.name().toLowerCase(Locale.ROOT).replace('_', '-') + "\"><code>" + code
                        + "</code> (" + code.status() + ")</dt><dd>" + code.title() + ". " + remedy(code) + "</dd>")
                .collect(Collectors.joining("\n"));
    }

    private static String remedy(ErrorCode code) {
        return switch (code) {
            case GRAPHQL_PARSE_FAILED -> "Mend the syntax at the place that <code>locations</code> names.";
            case GRAPHQL_VALIDATION_FAILED ->
                "Compare the document and its variables with <a href=\"/graphql/schema.graphql\">the schema</a>.";
            case BAD_USER_INPUT ->
                "The message says what to change; <code>arguments</code> or <code>errors</code> name the place.";
            case LIMIT_EXCEEDED -> "Ask for smaller pages and follow the cursors; lists within lists multiply.";
            case RATE_LIMITED -> "Wait as long as <code>Retry-After</code> says.";
            case UNAUTHENTICATED ->
                "Send <code>Authorization: Bearer</code> with a key that is good; a bad one is refused even where none is needed.";
            case FORBIDDEN -> "The key is good but lacks the scope: ask an administrator for another.";
            case NOT_FOUND -> "Check the id or the address.";
            case CONFLICT -> "Read it again, then decide anew.";
            case CURSOR_EXPIRED -> "Read the record anew, then follow from the new cursor.";
            case PERSISTED_QUERY_NOT_FOUND -> "Send the document together with its hash.";
            case UPSTREAM_UNAVAILABLE -> "The rest of the answer holds. Repeat shortly.";
            case TIMEOUT -> "Ask for less, or repeat later.";
            case INTERNAL -> "It is our fault and in our log, under the id in the message.";
        };
    }

    private static void send(RoutingContext context, String page) {
        HttpServerResponse response = context.response();
        response.putHeader("Content-Type", "text/html; charset=utf-8");
        response.end(page);
    }

    private static String resource(String name) {
        try (InputStream page = Pages.class.getResourceAsStream("/pages/" + name)) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
