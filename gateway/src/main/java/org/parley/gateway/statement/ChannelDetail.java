package org.parley.gateway.statement;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** The way by which it was said. */
@Description("The way by which it was said.")
public record ChannelDetail(
        @NonNull @Description("What sort of way.") ChannelKind kind,
        @NonNull @Description("The words that tell it.") String value,
        @Description("Where they stand.") Receipt receipt,
        @NonNull @Description("How it came to be known.") Basis basis) {}
