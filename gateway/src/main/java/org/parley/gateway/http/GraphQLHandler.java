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
import io.vertx.core.Context;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.parley.gateway.http.GraphQLRequests.Operations;
import org.parley.gateway.join.FieldRequest;
import org.parley.gateway.kept.KeptAnswers;
import org.parley.gateway.kept.KeptAnswers.Found;
import org.parley.gateway.kept.Question;
import org.parley.gateway.key.KeyAuthentication;
import org.parley.gateway.limit.Budget;
import org.parley.gateway.limit.Budgets;
import org.parley.gateway.limit.Limits;
import org.parley.gateway.limit.Refused;
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
    private final KeptAnswers kept;
    private final HttpConfig config;

    GraphQLHandler(
            CurrentIdentityAssociation identities,
            CurrentVertxRequest requests,
            ObjectMapper json,
            Budgets budgets,
            KeptAnswers kept,
            HttpConfig config) {
        super(identities, requests, false);
        this.answer = new GraphQLAnswer(json);
        this.budgets = budgets;
        this.kept = kept;
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
        var answers = new AtomicReferenceArray<Answered>(operations.all().size());
        var missing = new AtomicInteger(operations.all().size());
        for (int i = 0; i < answers.length(); i++) {
            int index = i;
            answer(context, operations.all().get(i), identity, way, answered -> {
                answers.set(index, answered);
                if (missing.decrementAndGet() == 0) {
                    Answered[] all = new Answered[answers.length()];
                    Arrays.setAll(all, answers::get);
                    answer.send(context, type, List.of(all), operations.batch());
                }
            });
        }
    }

    /** Gives the answer that is kept, or works it out. */
    private void answer(
            RoutingContext context, JsonObject operation, SecurityIdentity identity, Way way, Consumer<Answered> done) {
        if (isUncached(context)) {
            execute(context, operation, identity, way, result -> done.accept(answer.answered(result)));
            return;
        }
        JsonObject variables = operation.getJsonObject("variables");
        var found = kept.find(new Question(
                operation.getString("query"),
                operation.getString("operationName", null),
                variables == null ? null : variables.toString(),
                identity.getRoles()));
        if (found.isDone()) {
            answer(context, operation, identity, way, found.join(), done);
        } else {
            Context here = context.vertx().getOrCreateContext();
            found.thenAccept(late -> here.runOnContext(back -> {
                try {
                    answer(context, operation, identity, way, late, done);
                } catch (RuntimeException e) {
                    context.fail(e);
                }
            }));
        }
    }

    private void answer(
            RoutingContext context,
            JsonObject operation,
            SecurityIdentity identity,
            Way way,
            Found found,
            Consumer<Answered> done) {
        if (found.json() == null) {
            execute(context, operation, identity, way, result -> {
                Answered answered = answer.answered(result);
                if (found.canKeep() && answered.isWhole()) {
                    kept.keep(found, answered.json(), answered.cost());
                }
                done.accept(answered);
            });
            return;
        }
        try {
            budget(context, identity).spend(found.cost());
            done.accept(Answered.kept(found.json()));
        } catch (Refused e) {
            done.accept(answer.answered(e.toExecutionResult()));
        }
    }

    /** Who sends this wants an answer that is worked out. */
    private static boolean isUncached(RoutingContext context) {
        String asked = context.request().getHeader("Cache-Control");
        return asked != null && asked.contains("no-cache");
    }

    private Budget budget(RoutingContext context, SecurityIdentity identity) {
        Budget budget = budgets.of(
                identity.isAnonymous()
                        ? context.request().remoteAddress().hostAddress()
                        : identity.getPrincipal().getName(),
                identity.getAttribute(KeyAuthentication.COST_PER_MINUTE));
        context.put(Budget.KEY, budget);
        return budget;
    }

    /** Runs one operation; {@code done} is given its result, on whatever thread that was made. */
    void execute(RoutingContext context, JsonObject operation, SecurityIdentity identity, Way way, Done done) {
        Map<String, Object> metadata = getMetaData(context);
        metadata.put(Budget.KEY, budget(context, identity));
        metadata.put(FieldRequest.CALLER, Caller.of(identity));
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
