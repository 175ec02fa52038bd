package org.parley.events.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.parley.events.doubt.Doubts;
import org.parley.events.receipt.ReceiptView;

/**
 * A doubtful row, with what makes it so.
 *
 * @param subjectIds a statement; two statements that may be one utterance; two actors or proposals; a conflict
 * @param why for people
 * @param confidence how sure what stands is, from 0 to 1
 * @param receipts the words of the statements; what the actors or proposals are called; none of a conflict, whose sides have them
 * @param decision the one that ended it, where one did
 */
@JsonInclude(Include.NON_NULL)
record ReviewItemView(
        UUID id,
        Doubts.Kind kind,
        List<UUID> subjectIds,
        String why,
        double confidence,
        List<ReceiptView> receipts,
        State state,
        DecisionView decision,
        Instant knownAt) {

    enum State {
        OPEN,
        DECIDED,
        /** What was doubtful has gone, or is so no longer. */
        GONE
    }
}
