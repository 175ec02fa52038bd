package org.parley.gateway.search;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A piece of the text shown for a hit. */
@Description("A piece of the text shown for a hit; the pieces in order are the text.")
public record Highlight(
        @NonNull @Description("The words.") String text,

        @Description("Whether they are what was looked for.")
        boolean hit) {}
