package org.parley.gateway.http;

import graphql.ExecutionResult;
import java.util.Map;

/**
 * The answer to one operation.
 *
 * @param result null if the answer was kept from before
 * @param json as it is written; null for a stream
 */
record Answered(ExecutionResult result, byte[] json) {

    static Answered kept(byte[] json) {
        return new Answered(null, json);
    }

    boolean isKept() {
        return result == null;
    }

    boolean isStream() {
        return json == null;
    }

    /** Whether it is all that was asked for: what failed may go well the next time. */
    boolean isWhole() {
        return result.getErrors().isEmpty() && result.isDataPresent() && !isStream();
    }

    /** What {@code extensions.cost} tells. */
    int cost() {
        return (int) ((Map<?, ?>) result.getExtensions().get("cost")).get("requested");
    }
}
