package org.parley.events.utterance;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.parley.events.actor.ActorRef;

/**
 * One act of speech, whoever reports it.
 *
 * @param statedOn the day that most reports tell, or null
 * @param content the wording of the earliest report
 * @param outletCount outlets that report it
 * @param originCount known origins that are independent of each other; copies and relays count once
 * @param unknownOriginReports reports that name no origin, copies counted once
 */
@JsonInclude(Include.NON_NULL)
public record UtteranceView(
        UUID id,
        List<ActorRef> speakers,
        LocalDate statedOn,
        LocalDate statedOnLatest,
        String content,
        int statementCount,
        int outletCount,
        int originCount,
        int unknownOriginReports,
        List<Origins.Origin> origins,
        Instant knownAt,
        Instant supersededAt) {}
