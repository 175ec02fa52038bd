package org.parley.gateway.key;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.parley.kit.problem.ProblemException;

/** What a key may do. */
public enum Scope {
    /** Read the record. */
    READ,
    /** Follow the change feed, extract from texts. */
    PARTNER,
    /** Accept, correct, reject rows. */
    REVIEW,
    /** Hand in articles, manage outlets and keys. */
    ADMIN;

    /** Its name as it is written everywhere but in Java. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static Scope of(String text) {
        return Arrays.stream(values())
                .filter(scope -> scope.text().equals(text))
                .findFirst()
                .orElseThrow(() -> ProblemException.badInput(
                        "scopes",
                        "has to hold any of "
                                + Arrays.stream(values()).map(Scope::text).collect(Collectors.joining(", "))));
    }

    /** Scopes as they are stored. */
    static String joined(Set<Scope> scopes) {
        return new TreeSet<>(scopes).stream().map(Scope::text).collect(Collectors.joining(","));
    }

    /** What {@link #joined} made. */
    static Set<Scope> split(String joined) {
        return Arrays.stream(joined.split(",")).map(Scope::of).collect(Collectors.toCollection(TreeSet::new));
    }
}
