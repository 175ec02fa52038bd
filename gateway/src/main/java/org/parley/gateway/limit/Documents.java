package org.parley.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Documents that were parsed, validated and measured once, kept by their text; bounded by size, not by number. */
public final class Documents implements PreparsedDocumentProvider {

    private static final int MOST_CHARACTERS = 4_000_000;

    private final Cache<String, PreparsedDocumentEntry> known = Caffeine.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .weigher((String text, PreparsedDocumentEntry entry) -> text.length() + 100)
            .build();

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
        return CompletableFuture.completedFuture(
                known.get(input.getQuery(), text -> measured(parseAndValidate.apply(input))));
    }

    private static PreparsedDocumentEntry measured(PreparsedDocumentEntry entry) {
        if (entry.hasErrors()) {
            return entry;
        }
        Refused refused = DocumentSize.of(entry.getDocument()).refusal();
        return refused == null ? entry : new PreparsedDocumentEntry(refused);
    }
}
