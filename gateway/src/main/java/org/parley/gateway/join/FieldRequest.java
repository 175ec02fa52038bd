package org.parley.gateway.join;

import graphql.execution.ExecutionStepInfo;
import graphql.language.Field;
import graphql.language.OperationDefinition.Operation;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingFieldSelectionSet;
import graphql.schema.SelectedField;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.dataloader.DataLoaderOptions;
import org.parley.gateway.upstream.Caller;

/** The field that is being resolved: who asks, as of when, what is selected below it, and the loaders of the request. */
public final class FieldRequest {

    /** Where the HTTP handler puts the caller. */
    public static final String CALLER = "parley.caller";

    /** As many ids as a service takes in one batch read. */
    private static final int LARGEST_BATCH = 500;

    private static final String SELECTIONS = "parley.selections";

    private static final ThreadLocal<DataFetchingEnvironment> HERE = new ThreadLocal<>();

    private final DataFetchingEnvironment environment;

    private FieldRequest(DataFetchingEnvironment environment) {
        this.environment = environment;
    }

    /** The field whose method runs on this thread. */
    public static FieldRequest current() {
        DataFetchingEnvironment here = HERE.get();
        return new FieldRequest(
                here != null
                        ? here
                        : SmallRyeContextManager.getCurrentSmallRyeContext().unwrap(DataFetchingEnvironment.class));
    }

    /** Runs a field's method without the extension's own context around it. */
    public static <T> T within(DataFetchingEnvironment environment, Supplier<T> method) {
        HERE.set(environment);
        try {
            return method.get();
        } finally {
            HERE.remove();
        }
    }

    /** Who asks. */
    public Caller caller() {
        return environment.getGraphQlContext().get(CALLER);
    }

    /** Whether a field is selected below this one; {@code path} as in {@code nodes/text}. */
    public boolean selects(String path) {
        return selection(path, set -> set.contains(path));
    }

    /** The names of the fields that are selected of the rows this field leads to, itself or in a connection. */
    public Set<String> rowFields() {
        return selection("rows", set -> {
            Set<String> names = new TreeSet<>();
            // Its own search by pattern tries the pattern on every field of the subtree.
            for (SelectedField field : set.getImmediateFields()) {
                names.add(field.getName());
                if (field.getName().equals("nodes")) {
                    field.getSelectionSet().getImmediateFields().forEach(row -> names.add(row.getName()));
                } else if (field.getName().equals("edges")) {
                    field.getSelectionSet().getImmediateFields().stream()
                            .filter(edge -> edge.getName().equals("node"))
                            .flatMap(node -> node.getSelectionSet().getImmediateFields().stream())
                            .forEach(row -> names.add(row.getName()));
                }
            }
            return names;
        });
    }

    /** Looks at a selection once for all rows of a list: walking through what is below costs as much as a small field. */
    @SuppressWarnings("unchecked")
    private <T> T selection(String what, Function<DataFetchingFieldSelectionSet, T> look) {
        Map<Looked, Object> seen =
                environment.getGraphQlContext().computeIfAbsent(SELECTIONS, key -> new ConcurrentHashMap<>());
        Looked key = new Looked(environment.getMergedField().getFields(), what);
        Object found = seen.get(key);
        if (found == null) {
            found = look.apply(environment.getSelectionSet());
            seen.put(key, found);
        }
        return (T) found;
    }

    /** The places of a field in the document, which know each other by identity, and what was looked for below it. */
    private record Looked(List<Field> places, String what) {}

    /** Whether something is selected below this one that is none of {@code known}. */
    public boolean selectsMoreThan(List<String> known) {
        return environment.getSelectionSet().getImmediateFields().stream()
                .anyMatch(field -> !known.contains(field.getName()));
    }

    /** The {@code knownAt} of this field or of the nearest one above it: it holds for the whole subtree. */
    public Instant knownAt() {
        for (ExecutionStepInfo step = environment.getExecutionStepInfo(); step != null; step = step.getParent()) {
            Object asked = step.getArguments().get("knownAt");
            if (asked != null) {
                return Instant.parse(asked.toString());
            }
        }
        return null;
    }

    /**
     * Loads a row together with all others that this request asks for under the same {@code kind}, in one call.
     *
     * @param kind what is loaded and with which arguments: fields that differ in either must differ in kind
     * @param read reads the rows of many keys; keys that have none are left out of its map
     */
    <K, V> CompletionStage<V> load(String kind, K key, Function<Set<K>, CompletionStage<Map<K, V>>> read) {
        DataLoader<K, V> loader = environment
                .getDataLoaderRegistry()
                .computeIfAbsent(
                        kind,
                        name -> DataLoaderFactory.<K, V>newMappedDataLoader(
                                read::apply,
                                DataLoaderOptions.newOptions()
                                        // What an event of an hour ago loaded is no answer to one of now.
                                        .setCachingEnabled(environment
                                                        .getOperationDefinition()
                                                        .getOperation()
                                                != Operation.SUBSCRIPTION)
                                        .setMaxBatchSize(LARGEST_BATCH)
                                        .build()));
        return loader.load(key);
    }
}
