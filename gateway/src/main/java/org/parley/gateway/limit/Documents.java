package org.parley.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Node;
import graphql.language.NodeTraverser;
import graphql.language.NodeVisitorStub;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.parley.kit.problem.ErrorCode;

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
        if (defers(entry.getDocument())) {
            return new PreparsedDocumentEntry(
                    new Refused(ErrorCode.BAD_USER_INPUT, 400, "@defer is not served: answers come whole."));
        }
        Refused refused = DocumentSize.of(entry.getDocument()).refusal();
        return refused == null ? entry : new PreparsedDocumentEntry(refused);
    }

    /** The engine knows the directive and the extension's answers do not: it would be ignored silently. */
    private static boolean defers(Document document) {
        AtomicBoolean found = new AtomicBoolean();
        new NodeTraverser()
                .preOrder(
                        new NodeVisitorStub() {
                            @Override
                            public TraversalControl visitDirective(
                                    Directive directive, TraverserContext<Node> context) {
                                found.compareAndSet(false, directive.getName().equals("defer"));
                                return TraversalControl.CONTINUE;
                            }
                        },
                        document);
        return found.get();
    }
}
