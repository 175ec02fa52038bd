package org.parley.gateway.schema;

import static graphql.Scalars.GraphQLID;
import static graphql.schema.GraphQLList.list;
import static graphql.schema.GraphQLNonNull.nonNull;

import graphql.GraphQL;
import graphql.parser.ParserOptions;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import io.smallrye.graphql.spi.EventingService;
import java.util.Set;
import org.parley.gateway.limit.Documents;
import org.parley.gateway.limit.Limits;

/**
 * Where the gateway takes the extension's engine in hand: found by the service loader, since the CDI events that would
 * do it cost time on every field.
 */
public final class Wiring implements EventingService {

    /** Arguments that are lists of ids, by name. */
    private static final Set<String> ID_LISTS = Set.of("ids", "from");

    /** Called by the service loader, before the schema is built. */
    public Wiring() {
        Scalars.register();
        System.setProperty("io.smallrye.graphql.execution.queryCacheMaxSize", "128");
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
                .query(takingIds(schema.getQueryType()))
                .mutation(takingIds(schema.getMutationType()))
                .codeRegistry(PlainFields.in(schema));
    }

    /** The extension reads no list argument that is annotated as ids: these are lists of strings to it. */
    private static GraphQLObjectType takingIds(GraphQLObjectType root) {
        return root.transform(type -> {
            for (GraphQLFieldDefinition field : root.getFieldDefinitions()) {
                for (GraphQLArgument argument : field.getArguments()) {
                    if (ID_LISTS.contains(argument.getName())) {
                        type.field(field.transform(changed -> changed.argument(
                                argument.transform(ids -> ids.type(nonNull(list(nonNull(GraphQLID))))))));
                    }
                }
            }
        });
    }

    @Override
    public GraphQL.Builder beforeGraphQLBuild(GraphQL.Builder builder) {
        // Both in one place: replacing the instrumentation also takes away what fills the extension's document cache.
        FieldFailures failures = new FieldFailures();
        return builder.instrumentation(new Limits())
                .preparsedDocumentProvider(new Documents())
                .queryExecutionStrategy(new PlainStrategy(failures))
                .defaultDataFetcherExceptionHandler(failures);
    }
}
