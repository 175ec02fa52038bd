package org.parley.events.extract;

import java.util.Map;
import java.util.UUID;

/**
 * One version of an article that a worker has claimed.
 *
 * @param attempt the number of this try, from 1; with the worker's name it tells this claim from every other
 */
record WorkItem(UUID articleId, int version, String worker, int attempt) {

    /** As SQL's parameters. */
    Map<String, Object> names() {
        return Map.of("articleId", articleId, "version", version, "worker", worker, "attempt", attempt);
    }
}
