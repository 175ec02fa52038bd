package org.parley.gateway.join;

import graphql.execution.ExecutionStepInfo;
import graphql.language.Field;
import graphql.language.Node;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.dataloader.DataLoaderOptions;
import org.parley.gateway.upstream.Caller;

/** The field that is being resolved: who asks, as of when, what is selected below it, and the loaders of the request. */
public final class FieldRequest {

    /** Where the HTTP handler puts the caller. */
    public static final String CALLER = "parley.caller";

    /** As many ids as a service takes in one batch read. */
    static final int LARGEST_BATCH = 500;

    private static final String AHEAD = "parley.ahead ";

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

    /**
     * The names of the fields that are selected of the rows this field leads to, itself or in a connection; and
     * {@code cursor}, if those of the rows are.
     */
    public Set<String> rowFields() {
        return selection("rows", set -> {
            Set<String> names = new TreeSet<>();
            for (SelectedField field : set.getImmediateFields()) {
                names.add(field.getName());
                if (field.getName().equals("edges")) {
                    field.getSelectionSet().getImmediateFields().forEach(edge -> names.add(edge.getName()));
                }
            }
            connected(set).forEach(row -> names.add(row.getName()));
            return names;
        });
    }

    /**
     * The names of the fields that are selected of what {@code link} leads to, in the rows of the connection this field
     * leads to; none where it is not selected, or where the document follows such links in several places: then rows that
     * several ask for are read once when all are known.
     */
    Set<String> fieldsOfOnly(String link) {
        return selection("of " + link, set -> {
            Set<String> names = new TreeSet<>();
            if (places(environment.getDocument(), link) == 1) {
                connected(set)
                        .filter(row -> row.getName().equals(link))
                        .flatMap(only -> only.getSelectionSet().getImmediateFields().stream())
                        .forEach(field -> names.add(field.getName()));
            }
            return names;
        });
    }

    private static int places(Node<?> node, String name) {
        int places = node instanceof Field field && field.getName().equals(name) ? 1 : 0;
        for (Node<?> child : node.getChildren()) {
            places += places(child, name);
        }
        return places;
    }

    /** The fields of a connection's rows. Its own search by pattern tries the pattern on every field of the subtree. */
    private static Stream<SelectedField> connected(DataFetchingFieldSelectionSet set) {
        return set.getImmediateFields().stream().flatMap(field -> switch (field.getName()) {
            case "nodes" -> field.getSelectionSet().getImmediateFields().stream();
            case "edges" ->
                field.getSelectionSet().getImmediateFields().stream()
                        .filter(edge -> edge.getName().equals("node"))
                        .flatMap(node -> node.getSelectionSet().getImmediateFields().stream());
            default -> Stream.empty();
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
     * Reads rows that the fields below will {@link #load} under the same {@code kind}, so that these have them at hand: a
     * field that waits costs more than its row. What failed fails there.
     *
     * @return when they are there, or not to be had
     */
    <K, V> CompletionStage<Void> ahead(String kind, Set<K> keys, Function<Set<K>, CompletionStage<Map<K, V>>> read) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        if (keys.isEmpty()
                || keys.size() > LARGEST_BATCH
                || environment.getOperationDefinition().getOperation() != Operation.QUERY) {
            over.complete(null);
            return over;
        }
        Map<Object, CompletableFuture<?>> there =
                environment.getGraphQlContext().computeIfAbsent(AHEAD + kind, key -> new ConcurrentHashMap<>());
        read.apply(keys).whenComplete((rows, failure) -> {
            for (K key : keys) {
                there.put(
                        key,
                        failure == null
                                ? CompletableFuture.completedFuture(rows.get(key))
                                : CompletableFuture.failedFuture(failure));
            }
            over.complete(null);
        });
        return over;
    }

    /**
     * Loads a row together with all others that this request asks for under the same {@code kind}, in one call.
     *
     * @param kind what is loaded and with which arguments: fields that differ in either must differ in kind
     * @param read reads the rows of many keys; keys that have none are left out of its map
     */
    <K, V> CompletionStage<V> load(String kind, K key, Function<Set<K>, CompletionStage<Map<K, V>>> read) {
        Map<Object, CompletableFuture<V>> there =
                environment.getGraphQlContext().get(AHEAD + kind);
        CompletableFuture<V> ahead = there == null ? null : there.get(key);
        if (ahead != null) {
            return ahead;
        }
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
