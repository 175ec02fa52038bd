package org.parley.gateway.outlet;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import org.eclipse.microprofile.graphql.Description;

/** Whether an outlet is followed. */
@Description("Whether an outlet is followed.")
public enum OutletState {
    @Description("It is followed.")
    @JsonEnumDefaultValue
    ACTIVE,

    @Description("It is not followed any more; its articles stay.")
    RETIRED
}
