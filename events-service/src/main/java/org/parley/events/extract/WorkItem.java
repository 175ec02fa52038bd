package org.parley.events.extract;

import java.util.UUID;

/**
 * One version of an article that a worker has claimed.
 *
 * @param attempt the number of this try, from 1; with the worker's name it tells this claim from every other
 */
record WorkItem(UUID articleId, int version, String worker, int attempt) {}
