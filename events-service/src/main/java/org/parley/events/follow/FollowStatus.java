package org.parley.events.follow;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * How sources-service is followed.
 *
 * @param by {@code FEED} or {@code KAFKA}
 * @param topics how this replica reads Kafka's topics; null if it does not
 * @param refused changes that could not be taken over and were passed by
 * @param lastRefused of these, the latest first, at most 20
 */
@JsonInclude(Include.NON_NULL)
public record FollowStatus(String by, Topics topics, long refused, List<Refused> lastRefused) {

    /** A change that could not be taken over, and why. */
    public record Refused(UUID id, String why, Instant at) {}

    /**
     * The part of one replica in its group.
     *
     * @param group of consumers, which share the partitions
     * @param partitions that are this replica's now
     * @param behind changes that are there and not taken over yet, of these partitions
     * @param trouble why nothing comes; null while something can
     */
    @JsonInclude(Include.NON_NULL)
    public record Topics(String group, int partitions, long behind, String trouble) {}
}
