package org.parley.events.table;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.ProblemException;

/**
 * The body of a batch read.
 *
 * @param ids at most {@value #MOST}
 * @param knownAt the rows as known then; null for now
 * @param fields what is wanted of them, where the read can tell; null for all
 */
public record ByIds(List<UUID> ids, Instant knownAt, Fields fields) {

    private static final int MOST = 500;

    public ByIds {
        fields = Fields.orAll(fields);
    }

    /** The answer: one item for each id, in order, null where there is none. */
    public record Items<T>(List<T> items) {}

    /** @throws ProblemException when there are none or too many */
    public ByIds checked() {
        checked("ids", ids);
        return this;
    }

    /** The same check for a list of another name. */
    public static void checked(String field, List<UUID> ids) {
        if (ids == null || ids.stream().anyMatch(Objects::isNull)) {
            throw ProblemException.badInput(field, "has to be a list of ids");
        }
        if (ids.size() > MOST) {
            throw ProblemException.at(ErrorCode.LIMIT_EXCEEDED, 400, field, "can hold at most " + MOST + " ids");
        }
    }
}
