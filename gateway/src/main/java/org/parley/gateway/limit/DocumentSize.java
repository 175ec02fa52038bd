package org.parley.gateway.limit;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.Map;
import org.parley.kit.problem.ErrorCode;

/**
 * How deep, how wide and how odd a document is, with its fragments put in. Each fragment is measured once, so that a
 * few lines which unfold to millions cost nothing to refuse.
 */
record DocumentSize(int depth, long fields, long aliases, long directives) {

    static final int DEPTH = 15;
    static final int FIELDS = 5_000;
    static final int ALIASES = 100;
    static final int DIRECTIVES = 100;

    private static final DocumentSize NOTHING = new DocumentSize(0, 0, 0, 0);

    /** The largest of the document's operations. */
    static DocumentSize of(Document document) {
        Map<String, DocumentSize> fragments = new HashMap<>();
        return document.getDefinitionsOfType(OperationDefinition.class).stream()
                .map(operation -> of(operation.getSelectionSet(), document, fragments)
                        .withDirectives(operation.getDirectives().size()))
                .reduce(NOTHING, DocumentSize::largest);
    }

    /** Why it is refused, or null. */
    Refused refusal() {
        if (depth > DEPTH) {
            return tooMuch("fields stand in each other " + depth + " deep", DEPTH);
        }
        if (fields > FIELDS) {
            return tooMuch("it selects " + fields + " fields", FIELDS);
        }
        if (aliases > ALIASES) {
            return tooMuch("it has " + aliases + " aliases", ALIASES);
        }
        return directives > DIRECTIVES ? tooMuch("it has " + directives + " directives", DIRECTIVES) : null;
    }

    private static Refused tooMuch(String what, int allowed) {
        return new Refused(
                ErrorCode.LIMIT_EXCEEDED, 400, "The document is too large: " + what + "; " + allowed + " are allowed.");
    }

    private static DocumentSize of(SelectionSet selections, Document document, Map<String, DocumentSize> fragments) {
        if (selections == null) {
            return NOTHING;
        }
        DocumentSize size = NOTHING;
        for (Selection<?> selection : selections.getSelections()) {
            size = size.beside(of(selection, document, fragments));
        }
        return size;
    }

    private static DocumentSize of(Selection<?> selection, Document document, Map<String, DocumentSize> fragments) {
        if (selection instanceof Field field) {
            return of(field, document, fragments);
        }
        if (selection instanceof InlineFragment inline) {
            return of(inline.getSelectionSet(), document, fragments)
                    .withDirectives(inline.getDirectives().size());
        }
        FragmentSpread spread = (FragmentSpread) selection;
        DocumentSize known = fragments.get(spread.getName());
        if (known == null) {
            // Validation has refused fragments that stand in themselves.
            FragmentDefinition fragment = document.getDefinitionsOfType(FragmentDefinition.class).stream()
                    .filter(candidate -> candidate.getName().equals(spread.getName()))
                    .findFirst()
                    .orElseThrow();
            known = of(fragment.getSelectionSet(), document, fragments);
            fragments.put(spread.getName(), known);
        }
        return known.withDirectives(spread.getDirectives().size());
    }

    private static DocumentSize of(Field field, Document document, Map<String, DocumentSize> fragments) {
        DocumentSize below = of(field.getSelectionSet(), document, fragments);
        // Introspection, as tools send it, is 15 deep by itself.
        boolean introspection = field.getName().startsWith("__");
        return new DocumentSize(
                introspection ? 0 : below.depth + 1,
                below.fields + 1,
                below.aliases + (field.getAlias() == null ? 0 : 1),
                below.directives + field.getDirectives().size());
    }

    private DocumentSize beside(DocumentSize other) {
        return new DocumentSize(
                Math.max(depth, other.depth),
                sum(fields, other.fields),
                sum(aliases, other.aliases),
                sum(directives, other.directives));
    }

    /** Fragments can double a number a thousand times over: beyond all limits it stays where it is. */
    private static long sum(long one, long other) {
        return Math.min(1_000_000_000L, one + other);
    }

    private DocumentSize largest(DocumentSize other) {
        return new DocumentSize(
                Math.max(depth, other.depth),
                Math.max(fields, other.fields),
                Math.max(aliases, other.aliases),
                Math.max(directives, other.directives));
    }

    private DocumentSize withDirectives(int more) {
        return new DocumentSize(depth, fields, aliases, directives + more);
    }
}
