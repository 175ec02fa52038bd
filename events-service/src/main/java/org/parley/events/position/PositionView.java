package org.parley.events.position;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.parley.events.actor.ActorRef;
import org.parley.extraction.StanceValue;

/**
 * Where somebody stands on a version of a proposal for a time.
 *
 * @param id made of what it says, so the same position has the same id
 * @param holder a person, or the party they speak for
 * @param versionId null when the words do not tell which version is meant
 * @param since the first day it was expressed, as far as known
 * @param until the day another took its place; null while it stands
 * @param claimedBy who says that the holder stands there; null for the holder's own words
 * @param statementIds what it rests on, the latest first
 */
@JsonInclude(Include.NON_NULL)
public record PositionView(
        UUID id,
        ActorRef holder,
        UUID proposalId,
        UUID versionId,
        StanceValue stance,
        LocalDate since,
        LocalDate until,
        ActorRef claimedBy,
        List<UUID> statementIds) {}
