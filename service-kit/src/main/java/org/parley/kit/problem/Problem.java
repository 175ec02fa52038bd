package org.parley.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;

/**
 * A problem document (RFC 9457): what every error answer holds.
 *
 * @param type where the code is explained
 * @param title the same sentence for every problem of the code
 * @param status the HTTP status
 * @param detail what is wrong this time and what to change
 * @param code one of {@link ErrorCode}
 * @param redirect the id to use instead of one that has gone, or null
 * @param errors the single mistakes, where there can be several or they have a place
 */
@JsonInclude(Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        ErrorCode code,
        List<FieldError> errors,
        String redirect) {

    /**
     * One mistake.
     *
     * @param field the member or parameter it is in, or null
     * @param line the line it is in, counted from 1, or null
     * @param message what is wrong and what to change
     */
    @JsonInclude(Include.NON_NULL)
    public record FieldError(String field, Integer line, String message) {}

    /** A problem with its code's own status and no single mistakes. */
    public static Problem of(ErrorCode code, String detail) {
        return of(code, code.status(), detail, List.of());
    }

    /** A problem with a status of its own, such as 413 or 415. */
    public static Problem of(ErrorCode code, int status, String detail, List<FieldError> errors) {
        return new Problem(code.type(), code.title(), status, detail, code, List.copyOf(errors), null);
    }

    /** The same, naming the id to use instead of the one asked for; null for none. */
    public Problem withRedirect(String id) {
        return new Problem(type, title, status, detail, code, errors, id);
    }
}
