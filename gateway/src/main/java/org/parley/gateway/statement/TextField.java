package org.parley.gateway.statement;

import org.eclipse.microprofile.graphql.Description;

/** Which text of the version the offsets count in. */
@Description("Which text of the version the offsets count in.")
public enum TextField {
    @Description("The headline.")
    HEADLINE,

    @Description("The text.")
    TEXT
}
