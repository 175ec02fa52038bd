package org.parley.kit.kafka;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;

/**
 * How the relay to Kafka is doing.
 *
 * @param sent changes the broker has acknowledged since the relay began
 * @param sentAt when the last of them was noted; null before the first
 * @param behindSeconds the age of the oldest change that is not known to be there; 0 if there is none
 * @param trouble why it does not move on; null while it does
 */
@JsonInclude(Include.NON_NULL)
public record RelayStatus(long sent, Instant sentAt, double behindSeconds, String trouble, Instant troubleAt) {}
