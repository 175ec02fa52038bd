package org.parley.gateway.review;

import org.eclipse.microprofile.graphql.Description;

/** What became of an item. */
@Description("What became of an item.")
public enum ReviewItemState {
    @Description("It waits.")
    OPEN,

    @Description("Somebody decided.")
    DECIDED,

    @Description("It is about a row that is no longer part of the record.")
    GONE
}
