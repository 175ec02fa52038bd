package org.parley.events.actor;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.parley.events.receipt.ReceiptView;
import org.parley.extraction.Speaker;

/**
 * Who speaks or proposes.
 *
 * @param name the fullest name when first seen
 * @param aliases every form printed, the fullest first; always holds the name
 * @param roles as printed, the earliest known first
 * @param party the side it speaks for: a state for itself; absent where no article shows one
 * @param mergedFrom actors that a person has merged into this one
 */
@JsonInclude(Include.NON_NULL)
public record ActorView(
        UUID id,
        String name,
        Speaker.Kind kind,
        List<String> aliases,
        List<Role> roles,
        ActorRef party,
        List<ActorRef> mergedFrom,
        Instant knownAt) {

    /**
     * A role somebody is called by.
     *
     * @param from the day of the first article that prints it, where one has a day
     * @param to the day of the last one; once an article prints "former" with it, of the last one until then
     * @param receipt where it is printed first
     */
    @JsonInclude(Include.NON_NULL)
    public record Role(String role, LocalDate from, LocalDate to, ReceiptView receipt) {}
}
