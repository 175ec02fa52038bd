package org.parley.gateway.conflict;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import org.eclipse.microprofile.graphql.Description;

/** What reports disagree about. */
@Description("What reports disagree about.")
public enum ConflictKind {
    @Description("The occasion of a saying.")
    OCCASION,

    @Description("The words that were said.")
    WORDING,

    @Description("A day.")
    DATE,

    @Description("A place.")
    PLACE,

    @Description("How somebody stands to a proposal.")
    STANCE,

    @Description("Which version of a proposal is meant.")
    VERSION,

    @Description("How many points a proposal has.")
    POINT_COUNT,

    @Description("An amount.")
    AMOUNT,

    @Description("The state of a proposal.")
    STATUS,

    @Description("What somebody is.")
    ROLE,

    @Description("Anything else.")
    @JsonEnumDefaultValue
    OTHER
}
