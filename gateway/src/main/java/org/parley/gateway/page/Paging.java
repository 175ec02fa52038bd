package org.parley.gateway.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.ProblemException;

/** Which page is asked for, in the words of the services. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Paging(Integer first, String after, Integer last, String before, Boolean count) {

    /** Rows of a page when nothing is said. */
    public static final int DEFAULT = 20;

    /** Rows of a page at most. */
    public static final int MOST = 100;

    /** The page that a field's arguments ask for; {@code count} tells whether the total is wanted. */
    public static Paging of(Integer first, String after, Integer last, String before, boolean count) {
        if (first != null && last != null) {
            throw ProblemException.badInput("last", "give first or last, not both");
        }
        if (after != null && before != null) {
            throw ProblemException.badInput("before", "give after or before, not both");
        }
        return new Paging(
                last == null ? checked("first", first == null ? DEFAULT : first) : null,
                after,
                last == null ? null : checked("last", last),
                before,
                count ? true : null);
    }

    /** A page from the front, where a list can only be read forwards. */
    public static Paging of(Integer first, String after, boolean count) {
        return of(first, after, null, null, count);
    }

    /** The same from another place. */
    public Paging after(String cursor) {
        return new Paging(first, cursor, last, before, count);
    }

    private static int checked(String argument, int rows) {
        if (rows < 0) {
            throw ProblemException.badInput(argument, rows + " is less than nothing; give 0 to " + MOST);
        }
        if (rows > MOST) {
            throw ProblemException.at(
                    ErrorCode.LIMIT_EXCEEDED,
                    400,
                    argument,
                    rows + " is too many; give at most " + MOST + " and follow pageInfo.endCursor for more");
        }
        return rows;
    }
}
