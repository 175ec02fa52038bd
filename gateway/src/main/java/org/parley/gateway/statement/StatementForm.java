package org.parley.gateway.statement;

import org.eclipse.microprofile.graphql.Description;

/** How the content is told. */
@Description("How the content is told.")
public enum StatementForm {
    @Description("All of it in quotation marks.")
    DIRECT,

    @Description("A quoted fragment within a reported clause.")
    MIXED,

    @Description("No quotation marks at all.")
    INDIRECT
}
