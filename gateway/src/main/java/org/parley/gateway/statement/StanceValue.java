package org.parley.gateway.statement;

import org.eclipse.microprofile.graphql.Description;

/** How the speaker stands to a proposal. */
@Description("How the speaker stands to a proposal.")
public enum StanceValue {
    @Description("For it.")
    SUPPORT,

    @Description("For it under a condition.")
    CONDITIONAL_SUPPORT,

    @Description("Takes parts of it.")
    PARTIAL_ACCEPTANCE,

    @Description("Neither for nor against.")
    NEUTRAL,

    @Description("Doubts it.")
    SCEPTICAL,

    @Description("Against it.")
    OPPOSE,

    @Description("Has avoided to commit.")
    NO_PUBLIC_COMMITMENT
}
