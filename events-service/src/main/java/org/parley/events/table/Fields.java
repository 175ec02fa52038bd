package org.parley.events.table;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Set;

/**
 * Which members of a row the caller wants, as they are named in the answer; what it does not want is not read. The
 * members that say what the row is come always.
 *
 * @param names null for all
 */
public record Fields(Set<String> names) {

    /** Every member. */
    public static final Fields ALL = new Fields(null);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Fields of(List<String> names) {
        return names == null ? ALL : new Fields(Set.copyOf(names));
    }

    /** {@code fields}, or all of them where none are given. */
    public static Fields orAll(Fields fields) {
        return fields == null ? ALL : fields;
    }

    /** Whether any of these is wanted. */
    public boolean has(String... members) {
        if (names == null) {
            return true;
        }
        for (String member : members) {
            if (names.contains(member)) {
                return true;
            }
        }
        return false;
    }
}
