package org.parley.gateway.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.ExecutionResult;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.smallrye.graphql.runtime.SmallRyeGraphQLAbstractHandler;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.graphql.execution.ExecutionResponse;
import io.smallrye.graphql.execution.ExecutionResponseWriter;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.parley.gateway.http.GraphQLRequests.Operations;
import org.parley.gateway.join.FieldRequest;
import org.parley.gateway.key.KeyAuthentication;
import org.parley.gateway.limit.Budget;
import org.parley.gateway.limit.Budgets;
import org.parley.gateway.limit.Limits;
import org.parley.gateway.schema.Errors;
import org.parley.gateway.upstream.Caller;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.Problem;
import org.parley.kit.problem.ProblemException;

/**
 * GraphQL over HTTP by the specification, in place of the extension's own handler: that one runs mutations from a plain
 * form post of any web page and answers most mistakes with 200.
 */
final class GraphQLHandler extends SmallRyeGraphQLAbstractHandler {

    /** GraphiQL names the type twice, and the browser joins the two with a comma. */
    private static final Pattern JSON_ONLY =
            Pattern.compile("application/json *(;[^,]*)?(, *application/json *(;[^,]*)?)*", Pattern.CASE_INSENSITIVE);

    private static final Logger LOG = Logger.getLogger(GraphQLHandler.class);

    private final GraphQLAnswer answer;
    private final PersistedQueries persisted = new PersistedQueries();
    private final Budgets budgets;
    private final HttpConfig config;

    GraphQLHandler(
            CurrentIdentityAssociation identities,
            CurrentVertxRequest requests,
            ObjectMapper json,
            Budgets budgets,
            HttpConfig config) {
        super(identities, requests, false);
        this.answer = new GraphQLAnswer(json);
        this.budgets = budgets;
        this.config = config;
    }

    @Override
    protected void doHandle(RoutingContext context) {
        MediaType type = MediaType.preferred(context.parsedHeaders().accept());
        if (type == null) {
            refuse(
                    context,
                    MediaType.JSON,
                    406,
                    "Answers are application/graphql-response+json, application/json or text/event-stream.");
            return;
        }
        try {
            SecurityIdentity identity = ((QuarkusHttpUser) context.user()).getSecurityIdentity();
            if (!identity.hasRole("read")) {
                throw new ProblemException(
                        identity.isAnonymous() ? ErrorCode.UNAUTHENTICATED : ErrorCode.FORBIDDEN,
                        identity.isAnonymous()
                                ? "Send Authorization: Bearer with a key."
                                : "The key is good but lacks the scope read.");
            }
            execute(context, type, operations(context, identity), identity);
        } catch (ProblemException e) {
            answer.refuse(context, type, e.problem());
        }
    }

    /** A request the key of which is not good, or whose body is too large. */
    void refuse(RoutingContext context, Problem problem) {
        MediaType type = MediaType.preferred(context.parsedHeaders().accept());
        answer.refuse(context, type == null ? MediaType.JSON : type, problem);
    }

    private void refuse(RoutingContext context, MediaType type, int status, String message) {
        answer.refuse(context, type, Problem.of(ErrorCode.BAD_USER_INPUT, status, message, List.of()));
    }

    private Operations operations(RoutingContext context, SecurityIdentity identity) {
        HttpMethod method = context.request().method();
        if (method.equals(HttpMethod.GET)) {
            return GraphQLRequests.inQuery(context.queryParams()).map(one -> complete(one, identity));
        }
        if (!method.equals(HttpMethod.POST)) {
            throw bad(405, "Send POST, or GET for a query.");
        }
        // Anything but this a web page can send without asking the browser first.
        String sent = context.request().getHeader("Content-Type");
        if (sent == null || !JSON_ONLY.matcher(sent).matches()) {
            throw bad(415, "Send Content-Type: application/json.");
        }
        String body = context.body().asString();
        return GraphQLRequests.inBody(body == null ? "" : body).map(one -> complete(one, identity));
    }

    /** A request with its document in place and nothing in it that is not a request's. */
    JsonObject complete(JsonObject request, SecurityIdentity identity) {
        return GraphQLRequests.checked(persisted.complete(request, identity.getAttribute(KeyAuthentication.DOCUMENTS)));
    }

    private static ProblemException bad(int status, String message) {
        return new ProblemException(Problem.of(ErrorCode.BAD_USER_INPUT, status, message, List.of()));
    }

    private void execute(RoutingContext context, MediaType type, Operations operations, SecurityIdentity identity) {
        Way way = Way.of(context, operations.batch());
        var results = new AtomicReferenceArray<ExecutionResult>(operations.all().size());
        var missing = new AtomicInteger(operations.all().size());
        for (int i = 0; i < results.length(); i++) {
            int index = i;
            execute(context, operations.all().get(i), identity, way, result -> {
                results.set(index, result);
                if (missing.decrementAndGet() == 0) {
                    ExecutionResult[] all = new ExecutionResult[results.length()];
                    Arrays.setAll(all, results::get);
                    answer.send(context, type, List.of(all), operations.batch());
                }
            });
        }
    }

    /** Runs one operation; {@code done} is given its result, on whatever thread that was made. */
    void execute(RoutingContext context, JsonObject operation, SecurityIdentity identity, Way way, Done done) {
        Map<String, Object> metadata = getMetaData(context);
        Caller caller = Caller.of(identity);
        Budget budget = budgets.of(
                identity.isAnonymous() ? context.request().remoteAddress().hostAddress() : caller.subject(),
                identity.getAttribute(KeyAuthentication.COST_PER_MINUTE));
        context.put(Budget.KEY, budget);
        metadata.put(Budget.KEY, budget);
        metadata.put(FieldRequest.CALLER, caller);
        metadata.put(Limits.NO_INTROSPECTION, !identity.hasRole(config.introspection()));
        metadata.put(Limits.STREAMS, way.streams());
        metadata.put(Limits.QUERIES_ONLY, way.queriesOnly());
        Done once = beforeDeadline(context, done);
        getExecutionService().executeAsync(operation, metadata, new ExecutionResponseWriter() {
            @Override
            public void write(ExecutionResponse response) {
                once.with(Unparsed.told(response.getExecutionResult(), operation.getString("query")));
            }

            @Override
            public void fail(Throwable failure) {
                LOG.error("An operation failed", failure);
                once.with(Errors.internal());
            }
        });
    }

    /** Gives up what takes too long; what it brings afterwards is dropped. */
    private Done beforeDeadline(RoutingContext context, Done done) {
        AtomicBoolean over = new AtomicBoolean();
        long timer = context.vertx().setTimer(config.deadline().toMillis(), late -> {
            if (over.compareAndSet(false, true)) {
                done.with(Errors.of(ErrorCode.TIMEOUT, "It took longer than an operation may. Ask for less."));
            }
        });
        return result -> {
            context.vertx().cancelTimer(timer);
            if (over.compareAndSet(false, true)) {
                done.with(result);
            }
        };
    }

    interface Done {
        void with(ExecutionResult result);
    }
}
