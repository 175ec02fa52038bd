package org.parley.gateway.schema;

import graphql.GraphQLContext;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStepInfo;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.FieldCollectorParameters;
import graphql.execution.FieldValueInfo;
import graphql.execution.FieldValueInfo.CompleteValueType;
import graphql.execution.MergedField;
import graphql.execution.MergedSelectionSet;
import graphql.introspection.Introspection;
import graphql.language.Field;
import graphql.language.OperationDefinition.Operation;
import graphql.schema.Coercing;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingEnvironmentImpl;
import graphql.schema.DataFetchingFieldSelectionSetImpl;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.parley.gateway.schema.PlainPlan.Cell;
import org.parley.gateway.schema.PlainPlan.NotPlain;

/**
 * Completes rows whose selected fields are all at hand by a {@link PlainPlan}. The engine describes every field of every
 * row to itself, which is most of what a wide answer costs it; all else is its own work, and what a plan cannot
 * complete it does over.
 */
final class PlainStrategy extends AsyncExecutionStrategy {

    private static final String PLANS = "parley.plans";

    PlainStrategy(DataFetcherExceptionHandler failures) {
        super(failures);
    }

    /** The fields that lead to rows, which know each other by identity, and the rows' type. */
    private record Place(List<Field> fields, GraphQLObjectType type) {}

    @Override
    protected FieldValueInfo completeValue(ExecutionContext context, ExecutionStrategyParameters parameters) {
        GraphQLType type = parameters.getExecutionStepInfo().getUnwrappedNonNullType();
        if (parameters.getSource() == null
                || context.getOperationDefinition().getOperation() != Operation.QUERY
                || !(rows(type) instanceof GraphQLObjectType of)) {
            return super.completeValue(context, parameters);
        }
        Map<Place, Optional<PlainPlan>> plans =
                context.getGraphQLContext().computeIfAbsent(PLANS, key -> new ConcurrentHashMap<>());
        Place place = new Place(parameters.getField().getFields(), of);
        Optional<PlainPlan> known = plans.get(place);
        if (known != null && known.isEmpty()) {
            return super.completeValue(context, parameters);
        }
        try {
            PlainPlan plan = known == null
                    ? plan(context, parameters.getExecutionStepInfo(), parameters.getField(), of)
                    : known.get();
            if (known == null && !plan.hasLinks()) {
                plans.put(place, Optional.of(plan));
            }
            Object completed = type instanceof GraphQLList list
                    ? plan.rows(parameters.getSource(), GraphQLTypeUtil.isNonNull(list.getWrappedType()))
                    : plan.row(parameters.getSource());
            // Of an object the engine would wait for the fields.
            return new FieldValueInfo(CompleteValueType.SCALAR, completed);
        } catch (RuntimeException e) {
            // The engine does it over, and makes an error of what it meets.
            plans.put(place, Optional.empty());
            return super.completeValue(context, parameters);
        }
    }

    private static GraphQLType rows(GraphQLType type) {
        return type instanceof GraphQLList list ? GraphQLTypeUtil.unwrapNonNull(list.getWrappedType()) : type;
    }

    /** @param above the field that leads to the rows */
    private PlainPlan plan(
            ExecutionContext context, ExecutionStepInfo above, MergedField field, GraphQLObjectType type) {
        MergedSelectionSet selected = fieldCollector.collectFields(
                FieldCollectorParameters.newParameters()
                        .schema(context.getGraphQLSchema())
                        .objectType(type)
                        .fragments(context.getFragmentsByName())
                        .variables(context.getCoercedVariables().toMap())
                        .graphQLContext(context.getGraphQLContext())
                        .build(),
                field,
                context.hasIncrementalSupport());
        List<Cell> cells = new ArrayList<>(selected.size());
        boolean links = false;
        for (String name : selected.getKeys()) {
            MergedField below = selected.getSubField(name);
            Member member = member(context, above, below, type);
            cells.add(member.cell());
            links |= member.links();
        }
        return new PlainPlan(selected.getKeys(), cells, links);
    }

    private record Member(Cell cell, boolean links) {}

    private Member member(
            ExecutionContext context, ExecutionStepInfo above, MergedField field, GraphQLObjectType type) {
        GraphQLFieldDefinition definition = getFieldDef(context.getGraphQLSchema(), type, field.getSingleField());
        if (definition == Introspection.TypeNameMetaFieldDef) {
            return new Member(row -> type.getName(), false);
        }
        DataFetcher<?> fetcher = context.getGraphQLSchema().getCodeRegistry().getDataFetcher(type, definition);
        ExecutionStepInfo here = ExecutionStepInfo.newExecutionStepInfo()
                .type(definition.getType())
                .fieldDefinition(definition)
                .fieldContainer(type)
                .field(field)
                .path(above.getPath().segment(field.getResultKey()))
                .parentInfo(above)
                .build();
        Completion completion = completion(context, here, field, definition.getType());
        if (fetcher instanceof PlainField plain) {
            return new Member(PlainPlan.read(plain, definition, completion.of()), completion.links());
        }
        if (fetcher instanceof JoinField join) {
            return new Member(PlainPlan.follow(join, environment(context, here), completion.of()), true);
        }
        throw NotPlain.INSTANCE;
    }

    private record Completion(UnaryOperator<Object> of, boolean links) {}

    private Completion completion(
            ExecutionContext context, ExecutionStepInfo here, MergedField field, GraphQLType type) {
        if (type instanceof GraphQLNonNull nonNull) {
            Completion inner = completion(context, here, field, nonNull.getWrappedType());
            return new Completion(PlainPlan.present(inner.of()), inner.links());
        }
        if (type instanceof GraphQLList list) {
            Completion inner = completion(context, here, field, list.getWrappedType());
            return new Completion(PlainPlan.orNull(PlainPlan.each(inner.of())), inner.links());
        }
        if (type instanceof GraphQLObjectType object) {
            PlainPlan plan = plan(context, here, field, object);
            return new Completion(PlainPlan.orNull(plan::row), plan.hasLinks());
        }
        GraphQLContext asked = context.getGraphQLContext();
        Locale locale = context.getLocale();
        if (type instanceof GraphQLScalarType scalar) {
            Coercing<?, ?> coercing = scalar.getCoercing();
            return new Completion(PlainPlan.orNull(value -> coercing.serialize(value, asked, locale)), false);
        }
        if (type instanceof GraphQLEnumType names) {
            return new Completion(PlainPlan.orNull(value -> names.serialize(value, asked, locale)), false);
        }
        // Which type a row has is the engine's to find out.
        throw NotPlain.INSTANCE;
    }

    private static DataFetchingEnvironment environment(ExecutionContext context, ExecutionStepInfo here) {
        return DataFetchingEnvironmentImpl.newDataFetchingEnvironment(context)
                .fieldDefinition(here.getFieldDefinition())
                .mergedField(here.getField())
                .fieldType(here.getType())
                .executionStepInfo(here)
                .parentType(here.getObjectType())
                .selectionSet(DataFetchingFieldSelectionSetImpl.newCollector(
                        context.getGraphQLSchema(),
                        here.getType(),
                        () -> context.getNormalizedQueryTree()
                                .get()
                                .getNormalizedField(here.getField(), here.getObjectType(), here.getPath())))
                .build();
    }
}
