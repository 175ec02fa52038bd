package org.parley.gateway.search;

import org.eclipse.microprofile.graphql.Description;

/** What search can find. */
@Description("What search can find.")
public enum SearchKind {
    @Description("Articles, by their words.")
    ARTICLE,

    @Description("Statements, by their content.")
    STATEMENT,

    @Description("Proposals, by their title.")
    PROPOSAL,

    @Description("Actors, by name or alias.")
    ACTOR
}
