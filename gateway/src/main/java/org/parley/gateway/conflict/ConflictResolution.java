package org.parley.gateway.conflict;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import org.eclipse.microprofile.graphql.Description;

/** What became of a disagreement. */
@Description("What became of a disagreement.")
public enum ConflictResolution {
    @Description("They contradict each other.")
    CONTRADICTION,

    @Description("Both hold, one after the other.")
    SUPERSEDED_IN_TIME,

    @Description("They are about different versions.")
    DIFFERENT_VERSION,

    @Description("They are about different things.")
    DIFFERENT_OBJECT,

    @Description("An article corrected itself.")
    RESOLVED_BY_CORRECTION,

    @Description("A reviewer found that there is none.")
    DISMISSED,

    @Description("Nobody can tell yet.")
    @JsonEnumDefaultValue
    OPEN
}
