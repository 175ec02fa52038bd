package org.parley.kit.problem;

import java.util.List;

/** Problems of the HTTP layer, which know a status and nothing else. */
final class HttpProblems {

    private HttpProblems() {}

    static Problem of(int status) {
        return switch (status) {
            case 401 ->
                Problem.of(ErrorCode.UNAUTHENTICATED, "Send Authorization: Bearer with a token that is valid here.");
            case 403 -> Problem.of(ErrorCode.FORBIDDEN, "The token is valid but lacks the scope this needs.");
            case 404 -> Problem.of(ErrorCode.NOT_FOUND, "Nothing has this address.");
            case 405 -> bad(status, "This address does not take this method.");
            case 406 -> bad(status, "None of the media types in Accept can be made here.");
            case 413 ->
                Problem.of(ErrorCode.LIMIT_EXCEEDED, status, "The body is larger than this address takes.", List.of());
            case 415 -> bad(status, "This address does not take this Content-Type.");
            default -> bad(status, "The request cannot be understood.");
        };
    }

    private static Problem bad(int status, String detail) {
        return Problem.of(ErrorCode.BAD_USER_INPUT, status, detail, List.of());
    }
}
