package org.parley.events.statement;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.UUID;
import org.parley.extraction.StanceValue;

/**
 * A proposal that a statement speaks of.
 *
 * @param versionId null when it cannot be told which version is meant
 * @param value null when the statement takes no side
 */
@JsonInclude(Include.NON_NULL)
public record StanceView(UUID proposalId, UUID versionId, StanceValue value) {

    StanceView withoutValue() {
        return new StanceView(proposalId, versionId, null);
    }
}
