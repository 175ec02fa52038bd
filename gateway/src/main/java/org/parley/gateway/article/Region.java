package org.parley.gateway.article;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A marked part of a version's text. */
@Description("A marked part of a version's text. Nothing is cut: offsets hold in the text as given.")
public record Region(
        @NonNull @Description("What it is.") RegionKind kind,

        @Description("First character: UTF-16 code units, as in Java and JavaScript.")
        int start,

        @Description("After the last character.") int end) {}
