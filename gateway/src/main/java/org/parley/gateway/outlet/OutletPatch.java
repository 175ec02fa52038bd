package org.parley.gateway.outlet;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/** What shall be different about an outlet; what is left out stays. */
@Input("OutletPatch")
@Description("What shall be different about an outlet; what is left out stays.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public class OutletPatch {

    @Description("Its name.")
    public String name;

    @Description("Address of its home page.")
    public String homepage;

    @Description("What sort of outlet it is.")
    public OutletKind kind;

    @Description("Where it is based: ISO 3166-1, two letters.")
    public String country;

    @Description("Its IANA time zone.")
    public String timeZone;
}
