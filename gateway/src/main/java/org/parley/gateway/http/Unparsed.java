package org.parley.gateway.http;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.ParseAndValidate;
import graphql.ParseAndValidateResult;

/**
 * The extension looks into a document before the engine does, and of one it cannot read it says just that: here it is
 * read once more, to say where.
 */
final class Unparsed {

    private static final String MESSAGE = "Unparseable input document";

    private Unparsed() {}

    static ExecutionResult told(ExecutionResult result, String document) {
        if (result.getErrors().size() != 1
                || !MESSAGE.equals(result.getErrors().get(0).getMessage())) {
            return result;
        }
        ParseAndValidateResult parsed = ParseAndValidate.parse(
                ExecutionInput.newExecutionInput().query(document).build());
        return parsed.isFailure()
                ? ExecutionResultImpl.newExecutionResult()
                        .addErrors(parsed.getErrors())
                        .build()
                : result;
    }
}
