package org.parley.gateway.outlet;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** An outlet to add. */
@Input("OutletInput")
@Description("An outlet to add.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public class OutletInput {

    @NonNull @Description("Its name; no other outlet may have it.")
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
