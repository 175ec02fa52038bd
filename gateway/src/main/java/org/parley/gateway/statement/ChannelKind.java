package org.parley.gateway.statement;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import org.eclipse.microprofile.graphql.Description;

/** By which way it was said. */
@Description("By which way it was said.")
public enum ChannelKind {
    @Description("To the press: conference, briefing, release.")
    PRESS,

    @Description("In an interview.")
    INTERVIEW,

    @Description("In a speech or address.")
    ADDRESS,

    @Description("In a post on a social network.")
    SOCIAL_POST,

    @Description("At an event: talks, summit, visit.")
    EVENT,

    @Description("In another way.")
    @JsonEnumDefaultValue
    OTHER
}
