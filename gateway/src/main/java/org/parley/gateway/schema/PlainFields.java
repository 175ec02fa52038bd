package org.parley.gateway.schema;

import graphql.Scalars;
import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.visibility.DefaultGraphqlFieldVisibility;
import io.smallrye.graphql.execution.datafetcher.FieldDataFetcher;
import java.util.Locale;
import java.util.function.Function;
import org.parley.gateway.node.NodeId;
import org.parley.gateway.node.NodeType;

/** Puts {@link PlainField}s where the extension would read records its own way, and makes global ids on the way out. */
final class PlainFields {

    private PlainFields() {}

    static GraphQLCodeRegistry in(GraphQLSchema schema) {
        return schema.getCodeRegistry().transform(registry -> {
            // The extension matches each name of each row with the patterns of fields to hide, which are none.
            registry.fieldVisibility(DefaultGraphqlFieldVisibility.DEFAULT_FIELD_VISIBILITY);
            schema.getAllTypesAsList().stream()
                    .filter(GraphQLObjectType.class::isInstance)
                    .map(GraphQLObjectType.class::cast)
                    .forEach(type -> replace(schema.getCodeRegistry(), registry, type));
        });
    }

    private static void replace(
            GraphQLCodeRegistry existing, GraphQLCodeRegistry.Builder registry, GraphQLObjectType type) {
        for (GraphQLFieldDefinition field : type.getFieldDefinitions()) {
            FieldCoordinates at = FieldCoordinates.coordinates(type, field);
            DataFetcher<?> theirs = existing.getDataFetcher(at, field);
            if (theirs instanceof FieldDataFetcher) {
                registry.dataFetcher(at, new PlainField(field.getName(), after(type.getName(), field)));
            } else {
                JoinField.inPlaceOf(theirs).ifPresent(ours -> registry.dataFetcher(at, ours));
            }
        }
    }

    private static Function<Object, Object> after(String type, GraphQLFieldDefinition field) {
        GraphQLType value = GraphQLTypeUtil.unwrapAll(field.getType());
        if (!Scalars.GraphQLID.equals(value)) {
            return Function.identity();
        }
        NodeType of = NodeType.named(field.getName().equals("id") ? type : ownerOf(field.getName()))
                .orElseThrow(() -> new IllegalStateException(
                        type + "." + field.getName() + " is an ID of something that is no node"));
        return uuid -> new NodeId(of, (String) uuid).encoded();
    }

    /** {@code articleId} is the id of an {@code Article}. */
    private static String ownerOf(String field) {
        String owner = field.substring(0, field.length() - "Id".length());
        return owner.substring(0, 1).toUpperCase(Locale.ROOT) + owner.substring(1);
    }
}
