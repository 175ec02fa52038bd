package org.parley.gateway.statement;

import org.eclipse.microprofile.graphql.Description;

/** A stretch of text. */
@Description("A stretch of text.")
public record Span(
        @Description("First character: UTF-16 code units, as in Java and JavaScript.")
        int start,

        @Description("After the last character.") int end) {}
