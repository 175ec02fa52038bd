package org.parley.kit.page;

import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.ProblemException;

/**
 * Which part of a list is asked for; made by {@link #of}, which checks it.
 *
 * @param size how many rows at most
 * @param backward true to read towards the start of the list, from {@code cursor} or from its end
 * @param cursor the row to start beyond, or null
 * @param count whether the number of all rows is asked for too
 */
public record Paging(int size, boolean backward, String cursor, boolean count) {

    public static final int DEFAULT_SIZE = 20;
    public static final int MAX_SIZE = 100;

    /**
     * From the members of a request, each of which may be null.
     *
     * @throws ProblemException LIMIT_EXCEEDED for more than 100 rows, BAD_USER_INPUT for members that contradict
     */
    public static Paging of(Integer first, Integer last, String after, String before, Boolean count) {
        if (first != null && last != null) {
            throw ProblemException.badInput("last", "cannot stand beside first: ask for one of the two");
        }
        boolean backward = last != null || (first == null && before != null);
        if (backward && after != null) {
            throw ProblemException.badInput("after", "goes with first; last goes with before");
        }
        if (!backward && before != null) {
            throw ProblemException.badInput("before", "goes with last; first goes with after");
        }
        Integer asked = backward ? last : first;
        int size = asked == null ? DEFAULT_SIZE : checked(asked, backward ? "last" : "first");
        return new Paging(size, backward, backward ? before : after, Boolean.TRUE.equals(count));
    }

    /** The name of the parameter that {@link #cursor} came in. */
    public String cursorField() {
        return backward ? "before" : "after";
    }

    private static int checked(int size, String field) {
        if (size < 0) {
            throw ProblemException.badInput(field, "cannot be less than 0");
        }
        if (size > MAX_SIZE) {
            throw ProblemException.at(ErrorCode.LIMIT_EXCEEDED, 400, field, "can be at most " + MAX_SIZE);
        }
        return size;
    }
}
