package org.parley.kit.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.ProblemException;

/**
 * The answer to a read of many rows by id.
 *
 * @param items one for each id, in the order asked for; null where there is no such row
 */
public record Batch<T>(List<T> items) {

    /** The most ids one request can name. */
    public static final int MAX_IDS = 500;

    /** What a request that needs nothing but ids looks like. */
    public record Ids(List<UUID> ids) {}

    /** The rows in the order of {@code ids}. */
    public static <T> Batch<T> of(List<UUID> ids, Map<UUID, T> found) {
        List<T> items = new ArrayList<>(ids.size());
        ids.forEach(id -> items.add(found.get(id)));
        return new Batch<>(items);
    }

    /**
     * The ids of a request.
     *
     * @throws ProblemException BAD_USER_INPUT without ids or with a null among them, LIMIT_EXCEEDED for more than 500
     */
    public static List<UUID> checked(List<UUID> ids) {
        if (ids == null) {
            throw ProblemException.badInput("ids", "has to be a list of ids");
        }
        if (ids.contains(null)) {
            throw ProblemException.badInput("ids", "cannot hold null");
        }
        if (ids.size() > MAX_IDS) {
            throw ProblemException.at(ErrorCode.LIMIT_EXCEEDED, 400, "ids", "can hold at most " + MAX_IDS);
        }
        return ids;
    }
}
