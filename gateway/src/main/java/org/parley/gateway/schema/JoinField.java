package org.parley.gateway.schema;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import io.quarkus.arc.Arc;
import io.smallrye.graphql.execution.datafetcher.AbstractDataFetcher;
import io.smallrye.graphql.schema.model.Operation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.parley.gateway.join.FieldRequest;

/**
 * Calls the method behind a field that takes nothing but its row, and nothing else. The extension captures and restores
 * contexts around each such call; an answer with fifty statements makes fifty of them.
 */
final class JoinField implements DataFetcher<Object> {

    private static final Field OPERATION = operationField();

    private final Class<?> bean;
    private final MethodHandle method;
    /** Looked up at the first call, when there are beans; one is as good as another. */
    private volatile Object api;

    private JoinField(Class<?> bean, MethodHandle method) {
        this.bean = bean;
        this.method = method;
    }

    /** In place of the extension's fetcher, if that calls a method with a row and no arguments. */
    static Optional<DataFetcher<?>> inPlaceOf(DataFetcher<?> existing) {
        if (!(existing instanceof AbstractDataFetcher<?, ?>)) {
            return Optional.empty();
        }
        try {
            Operation operation = (Operation) OPERATION.get(existing);
            if (!operation.isSourceField() || operation.getArguments().size() != 1) {
                return Optional.empty();
            }
            Class<?> bean = Class.forName(
                    operation.getClassName(), false, Thread.currentThread().getContextClassLoader());
            // Several kinds of rows may have a field of that name.
            String row = operation.getArguments().get(0).getReference().getClassName();
            Method method = Arrays.stream(bean.getMethods())
                    .filter(candidate ->
                            candidate.getName().equals(operation.getMethodName()) && candidate.getParameterCount() == 1)
                    .filter(candidate ->
                            candidate.getParameterTypes()[0].getName().equals(row))
                    .findFirst()
                    .orElseThrow();
            MethodHandle handle = MethodHandles.publicLookup()
                    .unreflect(method)
                    .asType(MethodType.methodType(Object.class, Object.class, Object.class));
            return Optional.of(new JoinField(bean, handle));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a field's method cannot be found", e);
        }
    }

    @Override
    public Object get(DataFetchingEnvironment environment) {
        return of(environment, environment.getSource());
    }

    /** What the field leads to from a row; a stage if that is not at hand. */
    Object of(DataFetchingEnvironment environment, Object row) {
        Object here = api;
        if (here == null) {
            here = Arc.container().instance(bean).get();
            api = here;
        }
        Object called = here;
        Object value = FieldRequest.within(environment, () -> call(called, row));
        // What is at hand need not be waited for.
        return value instanceof CompletableFuture<?> stage && stage.isDone() && !stage.isCompletedExceptionally()
                ? stage.join()
                : value;
    }

    private Object call(Object called, Object source) {
        try {
            return method.invokeExact(called, source);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static Field operationField() {
        try {
            Field field = AbstractDataFetcher.class.getDeclaredField("operation");
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("the extension has changed: what does a fetcher call?", e);
        }
    }
}
