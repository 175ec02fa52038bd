package org.parley.gateway.feed;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import org.eclipse.microprofile.graphql.Description;

/** How a feed is written. */
@Description("How a feed is written.")
public enum FeedFormat {
    @Description("RSS 0.9x or 2.0.")
    RSS,

    @Description("Atom.")
    ATOM,

    @Description("RSS 1.0.")
    RDF,

    @Description("JSON Feed.")
    JSON,

    @Description("Something newer than this schema.")
    @JsonEnumDefaultValue
    OTHER
}
