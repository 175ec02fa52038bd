package org.parley.gateway.article;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import org.eclipse.microprofile.graphql.Description;

/** How alike two articles are. */
@Description("How alike two articles are.")
public enum DuplicateKind {
    @Description("The same text, character for character.")
    SAME_TEXT,

    @Description("Both repeat what an agency sent.")
    WIRE_COPY,

    @Description("Nearly the same text.")
    NEAR,

    @Description("Something newer than this schema.")
    @JsonEnumDefaultValue
    OTHER
}
