package org.parley.gateway.schema;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import io.smallrye.graphql.scalar.GraphQLScalarTypes;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.function.Function;

/**
 * Date and DateTime in place of the extension's own, which carry no specification and take any text, to fail later with
 * a message that names Java classes.
 */
final class Scalars {

    private static final GraphQLScalarType DATE = GraphQLScalarType.newScalar()
            .name("Date")
            .description("A day: 2025-11-27.")
            .specifiedByUrl("https://scalars.graphql.org/andimarek/local-date")
            .coercing(new Text(
                    "a date such as 2025-11-27", text -> LocalDate.parse(text).toString()))
            .build();

    private static final GraphQLScalarType DATE_TIME = GraphQLScalarType.newScalar()
            .name("DateTime")
            .description("A moment: RFC 3339, answered in UTC: 2025-11-27T09:30:00Z.")
            .specifiedByUrl("https://scalars.graphql.org/andimarek/date-time")
            .coercing(new Text(
                    "a time such as 2025-11-27T09:30:00Z",
                    text -> OffsetDateTime.parse(text).toInstant().toString()))
            .build();

    private Scalars() {}

    /** Has to run before the extension builds the schema. */
    static void register() {
        GraphQLScalarTypes.registerCustomScalar("Date", LocalDate.class.getName(), DATE);
        GraphQLScalarTypes.registerCustomScalar("DateTime", Instant.class.getName(), DATE_TIME);
    }

    /** A value that travels as text in one strict form; {@code normal} throws when it is in another. */
    private record Text(String wanted, Function<String, String> normal) implements Coercing<Object, String> {

        @Override
        public String serialize(Object value, GraphQLContext context, Locale locale) {
            return value.toString();
        }

        @Override
        public Object parseValue(Object input, GraphQLContext context, Locale locale) {
            String parsed = input instanceof String text ? parsed(text) : null;
            if (parsed == null) {
                throw new CoercingParseValueException("give " + wanted);
            }
            return parsed;
        }

        @Override
        public Object parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            String parsed = input instanceof StringValue text ? parsed(text.getValue()) : null;
            if (parsed == null) {
                throw new CoercingParseLiteralException("give " + wanted);
            }
            return parsed;
        }

        private String parsed(String text) {
            try {
                return normal.apply(text);
            } catch (DateTimeException e) {
                return null;
            }
        }
    }
}
