package org.parley.gateway.outlet;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import org.eclipse.microprofile.graphql.Description;

/** What sort of outlet it is. */
@Description("What sort of outlet it is.")
public enum OutletKind {
    @Description("Printed, or with a printed parent.")
    NEWSPAPER,

    @Description("A news agency; others print what it sends.")
    AGENCY,

    @Description("Radio or television.")
    BROADCASTER,

    @Description("Published on the web alone.")
    WEB,

    @Description("A government, party or organisation in its own voice.")
    OFFICIAL,

    @Description("Anything else, or not known.")
    @JsonEnumDefaultValue
    OTHER
}
