package org.parley.events.question;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.parley.kit.change.ChangeFilter;
import org.parley.kit.change.EventTypes;

/**
 * A stored filter of the change feed. It never changes, so what has been answered stays comparable: ask another question.
 *
 * @param types which types of events, a {@code *} at the end for any rest; none for all
 * @param proposal only changes that speak of one of these; likewise {@code actor} and {@code outlet}
 * @param origins only corroborations by which an utterance came to be reported by so many origins; null for others too
 */
public record Question(
        UUID id,
        String name,
        List<String> types,
        List<UUID> proposal,
        List<UUID> actor,
        List<UUID> outlet,
        @JsonInclude(Include.NON_NULL) Integer origins,
        Instant createdAt) {

    /** Every question's, as it never changes. */
    static final int VERSION = 1;

    /** Its own feed. */
    @JsonProperty
    public String changes() {
        return "/v1/questions/" + id + "/changes";
    }

    ChangeFilter filter() {
        Set<String> known = types.isEmpty() ? Set.of() : EventTypes.matching("types", types);
        return ChangeFilter.of(
                known,
                List.of(new HashSet<>(proposal), new HashSet<>(actor), new HashSet<>(outlet)),
                origins == null ? 0 : origins);
    }
}
