package org.parley.gateway.statement;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A circumstance that the text tells. Absent is null, never a guess. */
@Description("A circumstance that the text tells. Absent is null, never a guess.")
public record Detail(
        @NonNull @Description("The words that tell it.") String value,
        @Description("Where they stand.") Receipt receipt,
        @NonNull @Description("How it came to be known.") Basis basis) {}
