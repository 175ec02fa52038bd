package org.parley.gateway.feed;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import org.eclipse.microprofile.graphql.Description;

/** How reading a feed ended. */
@Description("How reading a feed ended.")
public enum PollOutcome {
    @Description("It was read.")
    OK,

    @Description("Nothing new.")
    UNCHANGED,

    @Description("It holds nothing.")
    EMPTY,

    @Description("It is no feed.")
    INVALID,

    @Description("The server does not let us.")
    BLOCKED,

    @Description("The server says that it is gone for good.")
    GONE,

    @Description("It is not there.")
    NOT_FOUND,

    @Description("The server asks us to come later.")
    RATE_LIMITED,

    @Description("The server took too long.")
    TIMEOUT,

    @Description("It is larger than we read.")
    TOO_LARGE,

    @Description("It leads in circles, or too far.")
    REDIRECTS,

    @Description("The server cannot be reached.")
    UNREACHABLE,

    @Description("The connection cannot be trusted.")
    TLS,

    @Description("The server failed.")
    SERVER_ERROR,

    @Description("Its address is not one we ask.")
    REFUSED,

    @Description("Something newer than this schema.")
    @JsonEnumDefaultValue
    OTHER
}
