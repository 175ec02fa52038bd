package org.parley.gateway.review;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import org.eclipse.microprofile.graphql.Description;

/** What is to be looked at. */
@Description("What is to be looked at.")
public enum ReviewKind {
    @Description("Whether a statement is read rightly.")
    STATEMENT,

    @Description("Whether two statements report one act of speech.")
    UTTERANCE,

    @Description("Whether two actors are one.")
    ACTOR,

    @Description("Whether two proposals are one.")
    PROPOSAL,

    @Description("Whether reports disagree.")
    CONFLICT,

    @Description("Something newer than this schema.")
    @JsonEnumDefaultValue
    OTHER
}
