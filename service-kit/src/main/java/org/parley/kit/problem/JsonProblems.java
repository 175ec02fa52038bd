package org.parley.kit.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;
import java.util.stream.Collectors;
import org.parley.kit.problem.Problem.FieldError;

/** Says what is wrong with a JSON text in the words of its author: which member, which line; no class of ours. */
public final class JsonProblems {

    private JsonProblems() {}

    /** The problem that a failed reading of a request's JSON is. */
    public static Problem of(JsonProcessingException e) {
        FieldError error = error(e);
        String detail = error.field() == null ? error.message() : error.field() + ": " + error.message();
        return Problem.of(ErrorCode.BAD_USER_INPUT, 400, detail, List.of(error));
    }

    private static FieldError error(JsonProcessingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            String known = unknown.getKnownPropertyIds() == null
                    ? ""
                    : unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .collect(Collectors.joining(", ", "; the members are ", ""));
            return new FieldError(path(unknown), null, "is not a member that is known here" + known);
        }
        if (e instanceof InvalidFormatException format) {
            return new FieldError(path(format), null, wanted(format.getTargetType()));
        }
        if (e instanceof MismatchedInputException mismatch) {
            return new FieldError(path(mismatch), null, wanted(mismatch.getTargetType()));
        }
        if (e instanceof JsonMappingException mapping) {
            return mapping.getCause() instanceof ProblemException ours
                    ? new FieldError(path(mapping), null, ours.getMessage())
                    : new FieldError(path(mapping), null, "cannot be read");
        }
        JsonLocation at = e.getLocation();
        return at == null
                ? new FieldError(null, null, "the body is not JSON")
                : new FieldError(
                        null, at.getLineNr(), "not JSON at line " + at.getLineNr() + ", column " + at.getColumnNr());
    }

    private static String wanted(Class<?> type) {
        if (type == null) {
            return "has the wrong type";
        }
        if (type.isEnum()) {
            return List.of(type.getEnumConstants()).stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(", ", "has to be one of ", ""));
        }
        return switch (type.getSimpleName()) {
            case "String" -> "has to be a string";
            case "Boolean", "boolean" -> "has to be true or false";
            case "Integer", "int", "Long", "long", "Double", "double" -> "has to be a number";
            case "Instant" -> "has to be a time such as 2025-11-27T09:30:00Z";
            case "LocalDate" -> "has to be a date such as 2025-11-27";
            case "UUID" -> "has to be an id such as 0199f3c4-8f4e-7b1a-9c55-0a1b2c3d4e5f";
            case "List", "ArrayList", "Set", "Collection" -> "has to be a list";
            default -> "has to be an object";
        };
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (var reference : e.getPath()) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
            }
        }
        return path.isEmpty() ? null : path.toString();
    }
}
