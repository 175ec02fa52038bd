package org.parley.gateway.limit;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQLContext;
import graphql.analysis.FieldComplexityEnvironment;
import graphql.analysis.QueryComplexityCalculator;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.execution.instrumentation.parameters.InstrumentationValidationParameters;
import graphql.language.Field;
import graphql.language.Node;
import graphql.language.NodeTraverser;
import graphql.language.NodeVisitorStub;
import graphql.language.OperationDefinition.Operation;
import graphql.schema.GraphQLFieldDefinition;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import graphql.validation.ValidationError;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dataloader.DataLoaderRegistry;
import org.parley.gateway.page.Paging;
import org.parley.kit.problem.ErrorCode;

/**
 * What one operation may ask for. Lists multiply: a hundred statements with a hundred statements of each speaker are
 * ten thousand rows, and cost as much.
 */
public final class Limits extends SimplePerformantInstrumentation {

    /** Characters of a document. */
    public static final int CHARACTERS = 100_000;

    /** Tokens of a document. */
    public static final int TOKENS = 10_000;

    /** Where the HTTP handler says that only queries may run. */
    public static final String QUERIES_ONLY = "parley.queries-only";

    /** Where the HTTP handler says that an answer may have many parts. */
    public static final String STREAMS = "parley.streams";

    /** Where the HTTP handler says that the caller is not shown the schema. */
    public static final String NO_INTROSPECTION = "parley.no-introspection";

    /** It keeps documents by number: long ones could fill the memory. */
    private static final int KEPT_CHARACTERS = 4_000;

    private static final String SPENT = "parley.spent";

    static final int COST = 50_000;

    /** Beyond this a sum only grows, and sums of it must not overflow. */
    private static final int ENOUGH = 2 * COST;

    @Override
    public ExecutionInput instrumentExecutionInput(
            ExecutionInput input, InstrumentationExecutionParameters parameters, InstrumentationState state) {
        // Without a registry of its own an operation could not load in batches.
        return input.transform(builder -> builder.dataLoaderRegistry(new DataLoaderRegistry()));
    }

    /** The extension keeps for itself what documents ask for; without this it parses each anew at each request. */
    @Override
    public InstrumentationContext<List<ValidationError>> beginValidation(
            InstrumentationValidationParameters parameters, InstrumentationState state) {
        return parameters.getQuery().length() > KEPT_CHARACTERS
                ? super.beginValidation(parameters, state)
                : SmallRyeContextManager.getCurrentSmallRyeContext()
                        .getQueryCache()
                        .beginValidation(parameters, state);
    }

    @Override
    public InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
        ExecutionContext context = parameters.getExecutionContext();
        Operation operation = context.getOperationDefinition().getOperation();
        if (operation == Operation.SUBSCRIPTION
                && !Boolean.TRUE.equals(context.getGraphQLContext().get(STREAMS))) {
            throw new Refused(
                    ErrorCode.BAD_USER_INPUT,
                    406,
                    "A subscription needs Accept: text/event-stream, or a WebSocket (graphql-transport-ws).");
        }
        if (operation == Operation.MUTATION
                && Boolean.TRUE.equals(context.getGraphQLContext().get(QUERIES_ONLY))) {
            throw new Refused(ErrorCode.BAD_USER_INPUT, 405, "GET is for queries; send a mutation by POST.");
        }
        int cost = QueryComplexityCalculator.newCalculator()
                .schema(context.getGraphQLSchema())
                .document(context.getDocument())
                .operationName(context.getOperationDefinition().getName())
                .variables(context.getCoercedVariables())
                .fieldComplexityCalculator(Limits::cost)
                .build()
                .calculate();
        if (cost > COST) {
            throw new Refused(
                    ErrorCode.LIMIT_EXCEEDED,
                    400,
                    "This asks for too much: " + (cost >= ENOUGH ? "more than " + ENOUGH : cost) + " where " + COST
                            + " is allowed. Lists multiply: ask for smaller pages or fewer levels.");
        }
        GraphQLContext asked = context.getGraphQLContext();
        if (Boolean.TRUE.equals(asked.get(NO_INTROSPECTION)) && introspects(context)) {
            throw new Refused(ErrorCode.FORBIDDEN, 403, "This key may not ask for the schema.");
        }
        asked.<Budget>get(Budget.KEY).spend(cost);
        asked.put(SPENT, cost);
        return super.beginExecuteOperation(parameters, state);
    }

    @Override
    public CompletableFuture<ExecutionResult> instrumentExecutionResult(
            ExecutionResult result, InstrumentationExecutionParameters parameters, InstrumentationState state) {
        Integer spent = parameters.getGraphQLContext().get(SPENT);
        return CompletableFuture.completedFuture(
                spent == null
                        ? result
                        : result.transform(
                                told -> told.addExtension("cost", Map.of("requested", spent, "limit", COST))));
    }

    /** At the root, where introspection begins, or in a fragment that may stand there. */
    private static boolean introspects(ExecutionContext context) {
        AtomicBoolean found = new AtomicBoolean();
        new NodeTraverser()
                .preOrder(
                        new NodeVisitorStub() {
                            @Override
                            public TraversalControl visitField(Field field, TraverserContext<Node> at) {
                                found.compareAndSet(
                                        false,
                                        field.getName().equals("__schema")
                                                || field.getName().equals("__type"));
                                return TraversalControl.CONTINUE;
                            }
                        },
                        context.getDocument());
        return found.get();
    }

    private static int cost(FieldComplexityEnvironment field, int below) {
        if (field.getField().getName().startsWith("__")) {
            return 0;
        }
        return (int) Math.min(ENOUGH, 1 + (long) below * rows(field));
    }

    private static int rows(FieldComplexityEnvironment field) {
        GraphQLFieldDefinition definition = field.getFieldDefinition();
        if (field.getArguments().get("ids") instanceof Collection<?> ids) {
            return ids.size();
        }
        if (definition.getArgument("first") == null) {
            return 1;
        }
        Object first = field.getArguments().get("first");
        Object asked = first == null ? field.getArguments().get("last") : first;
        // A number out of range is refused by the field itself, with a better message.
        return asked instanceof Number rows ? Math.max(1, Math.min(Paging.MOST, rows.intValue())) : Paging.DEFAULT;
    }
}
