package org.parley.kit.change;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.ProblemException;

/**
 * What a request for changes asks for.
 *
 * @param after the cursor to go on from, or null
 * @param limit how many events at most
 * @param patience how long to wait for a first event if there is none yet
 */
record ChangesQuery(String after, ChangeFilter filter, int limit, Duration patience) {

    private static final List<String> KNOWN =
            List.of("after", "types", "proposal", "actor", "outlet", "origins", "limit", "wait");
    private static final int LONGEST_WAIT_SECONDS = 60;
    private static final int MOST_ORIGINS = 1_000;

    /**
     * From the parameters of a request.
     *
     * @throws ProblemException naming the first parameter that is not known or has a value that cannot be
     */
    static ChangesQuery of(Map<String, List<String>> parameters) {
        for (String name : parameters.keySet()) {
            if (!KNOWN.contains(name)) {
                throw ProblemException.badInput(
                        name, "is not a parameter of this address; there are " + String.join(", ", KNOWN));
            }
        }
        Set<String> types = EventTypes.matching("types", values(parameters, "types"));
        ChangeFilter filter = ChangeFilter.of(
                types,
                List.of(ids(parameters, "proposal"), ids(parameters, "actor"), ids(parameters, "outlet")),
                number("origins", first(parameters, "origins", "0"), 0, MOST_ORIGINS));
        return new ChangesQuery(
                first(parameters, "after", null),
                filter,
                number("limit", first(parameters, "limit", "500"), 1, ChangeFeed.MAX_PAGE),
                Duration.ofSeconds(number("wait", first(parameters, "wait", "0"), 0, LONGEST_WAIT_SECONDS)));
    }

    /** The same with another filter. */
    ChangesQuery with(ChangeFilter other) {
        return new ChangesQuery(after, other, limit, patience);
    }

    private static String first(Map<String, List<String>> parameters, String name, String otherwise) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() ? otherwise : values.get(0);
    }

    /** A parameter can be repeated, and can hold several values with commas between. */
    private static List<String> values(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static Set<UUID> ids(Map<String, List<String>> parameters, String name) {
        Set<UUID> ids = new HashSet<>();
        for (String value : values(parameters, name)) {
            try {
                ids.add(UUID.fromString(value));
            } catch (IllegalArgumentException e) {
                throw ProblemException.badInput(name, "has to be an id such as 0199f3c4-8f4e-7b1a-9c55-0a1b2c3d4e5f");
            }
        }
        return ids;
    }

    private static int number(String field, String text, int least, int most) {
        int value;
        try {
            value = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw ProblemException.badInput(field, "has to be a whole number");
        }
        if (value > most) {
            throw ProblemException.at(ErrorCode.LIMIT_EXCEEDED, 400, field, "can be at most " + most);
        }
        if (value < least) {
            throw ProblemException.badInput(field, "cannot be less than " + least);
        }
        return value;
    }
}
