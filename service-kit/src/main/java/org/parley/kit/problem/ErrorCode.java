package org.parley.kit.problem;

import java.util.Locale;

/** Every code an error can carry, the same on REST and in GraphQL's {@code extensions.code}. The list is closed. */
public enum ErrorCode {
    GRAPHQL_PARSE_FAILED(400, "The query cannot be read"),
    GRAPHQL_VALIDATION_FAILED(400, "The query does not fit the schema"),
    BAD_USER_INPUT(400, "The request has a mistake"),
    LIMIT_EXCEEDED(400, "The request asks for too much"),
    RATE_LIMITED(429, "Too many requests"),
    UNAUTHENTICATED(401, "A valid token is needed"),
    FORBIDDEN(403, "The token does not allow this"),
    NOT_FOUND(404, "There is no such thing here"),
    CONFLICT(409, "The request does not fit the present state"),
    CURSOR_EXPIRED(410, "The cursor belongs to an earlier history"),
    PERSISTED_QUERY_NOT_FOUND(404, "The stored query is not known"),
    UPSTREAM_UNAVAILABLE(503, "Something this needs cannot be reached"),
    TIMEOUT(504, "It took too long"),
    INTERNAL(500, "Something went wrong here");

    private final int status;
    private final String title;

    ErrorCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status this code has unless the problem says otherwise. */
    public int status() {
        return status;
    }

    /** A sentence that is the same for every problem of this code. */
    public String title() {
        return title;
    }

    /** Where the code is explained, as a path below the public address. */
    public String type() {
        return "/docs/problems#" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
