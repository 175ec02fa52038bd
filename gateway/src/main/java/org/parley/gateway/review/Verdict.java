package org.parley.gateway.review;

import org.eclipse.microprofile.graphql.Description;

/** What a reviewer found. */
@Description("What a reviewer found.")
public enum Verdict {
    @Description("It is right.")
    ACCEPT,

    @Description("It is right once mended.")
    CORRECT,

    @Description("It is wrong.")
    REJECT
}
