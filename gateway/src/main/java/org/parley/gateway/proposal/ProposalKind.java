package org.parley.gateway.proposal;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import org.eclipse.microprofile.graphql.Description;

/** What sort of proposal it is. */
@Description("What sort of proposal it is.")
public enum ProposalKind {
    @Description("A plan.")
    PLAN,

    @Description("A revision of another.")
    REVISION,

    @Description("An answer to another.")
    COUNTER_PROPOSAL,

    @Description("A set of demands.")
    DEMANDS,

    @Description("An offer.")
    OFFER,

    @Description("A framework: terms to be filled in later.")
    FRAMEWORK,

    @Description("Anything else, or not known.")
    @JsonEnumDefaultValue
    OTHER
}
