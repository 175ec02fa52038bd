package org.parley.gateway.actor;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import org.eclipse.microprofile.graphql.Description;

/** What sort of actor it is. */
@Description("What sort of actor it is.")
public enum ActorKind {
    @Description("A person.")
    PERSON,

    @Description("An organisation: ministry, party, alliance, company.")
    ORGANISATION,

    @Description("A state, or its government as a whole.")
    STATE,

    @Description("People described but not named, as in \"two officials\".")
    GROUP,

    @Description("Anything else, or not known.")
    @JsonEnumDefaultValue
    OTHER
}
