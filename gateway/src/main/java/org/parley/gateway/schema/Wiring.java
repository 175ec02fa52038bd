package org.parley.gateway.schema;

import static graphql.Scalars.GraphQLID;
import static graphql.schema.GraphQLList.list;
import static graphql.schema.GraphQLNonNull.nonNull;

import graphql.GraphQL;
import graphql.parser.ParserOptions;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import io.smallrye.graphql.spi.EventingService;
import org.parley.gateway.limit.Documents;
import org.parley.gateway.limit.Limits;

/**
 * Where the gateway takes the extension's engine in hand: found by the service loader, since the CDI events that would
 * do it cost time on every field.
 */
public final class Wiring implements EventingService {

    /** Called by the service loader, before the schema is built. */
    public Wiring() {
        Scalars.register();
        // The extension's own setting reaches only schema documents, not operations.
        ParserOptions.setDefaultOperationParserOptions(ParserOptions.newParserOptions()
                .captureIgnoredChars(false)
                .captureLineComments(false)
                .maxTokens(Limits.TOKENS)
                .maxCharacters(Limits.CHARACTERS)
                .build());
    }

    @Override
    public String getConfigKey() {
        // None: always on.
        return null;
    }

    @Override
    public GraphQLSchema.Builder beforeSchemaBuild(GraphQLSchema.Builder builder) {
        GraphQLSchema schema = builder.build();
        return GraphQLSchema.newSchema(schema)
                .query(schema.getQueryType().transform(Wiring::nodesTakesIds))
                .codeRegistry(PlainFields.in(schema));
    }

    /** The extension reads no list that is annotated as ids, so the argument is a list of strings to it. */
    private static void nodesTakesIds(GraphQLObjectType.Builder query) {
        GraphQLFieldDefinition nodes = query.build().getField("nodes");
        query.field(nodes.transform(field -> field.argument(
                nodes.getArgument("ids").transform(ids -> ids.type(nonNull(list(nonNull(GraphQLID))))))));
    }

    @Override
    public GraphQL.Builder beforeGraphQLBuild(GraphQL.Builder builder) {
        // Both in one place: replacing the instrumentation also takes away what fills the extension's document cache.
        return builder.instrumentation(new Limits())
                .preparsedDocumentProvider(new Documents())
                .defaultDataFetcherExceptionHandler(new FieldFailures());
    }
}
