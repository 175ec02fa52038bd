package org.parley.gateway.review;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/** A stretch of an article's text. Public fields, since that is what the schema and JSON are made from. */
@Input("SpanInput")
@Description("A stretch of an article's text.")
public class SpanInput {

    @Description("The version the offsets count in.")
    public int articleVersion;

    @Description("First character: UTF-16 code units, as in Java and JavaScript.")
    public int start;

    @Description("After the last character.")
    public int end;
}
