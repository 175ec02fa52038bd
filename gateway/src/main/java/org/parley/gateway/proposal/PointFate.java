package org.parley.gateway.proposal;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import org.eclipse.microprofile.graphql.Description;

/** What became of a point in a version. */
@Description("What became of a point in a version.")
public enum PointFate {
    @Description("It is new in this version.")
    NEW,

    @Description("It stands as before.")
    KEPT,

    @Description("It says something else than before.")
    CHANGED,

    @Description("It is gone.")
    REMOVED,

    @Description("It is not told.")
    @JsonEnumDefaultValue
    UNKNOWN
}
