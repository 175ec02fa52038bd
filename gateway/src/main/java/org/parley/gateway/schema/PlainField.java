package org.parley.gateway.schema;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads a field of a record, and nothing else. The extension's own reader clones a context and describes the selection
 * for every leaf, which is most of the time a wide answer takes.
 */
final class PlainField implements LightDataFetcher<Object> {

    private final String name;
    private final Function<Object, Object> after;
    private final ClassValue<MethodHandle> accessors = new ClassValue<>() {
        @Override
        protected MethodHandle computeValue(Class<?> type) {
            return accessor(type);
        }
    };

    /** The field {@code name}; {@code after} makes what the schema wants of the value, which is never null there. */
    PlainField(String name, Function<Object, Object> after) {
        this.name = name;
        this.after = after;
    }

    @Override
    public Object get(GraphQLFieldDefinition field, Object source, Supplier<DataFetchingEnvironment> environment) {
        Object value;
        try {
            value = accessors.get(source.getClass()).invokeExact(source);
        } catch (Throwable e) {
            throw new IllegalStateException("cannot read " + name, e);
        }
        return value == null ? null : after.apply(value);
    }

    @Override
    public Object get(DataFetchingEnvironment environment) {
        return get(environment.getFieldDefinition(), environment.getSource(), () -> environment);
    }

    private MethodHandle accessor(Class<?> type) {
        String capital = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        for (String candidate : new String[] {name, "get" + capital, "is" + capital}) {
            try {
                Method method = type.getMethod(candidate);
                return MethodHandles.publicLookup()
                        .unreflect(method)
                        .asType(MethodType.methodType(Object.class, Object.class));
            } catch (NoSuchMethodException e) {
                continue;
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(type + "." + candidate + " is not public", e);
            }
        }
        throw new IllegalStateException(type + " has no " + name);
    }
}
