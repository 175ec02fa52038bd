package org.parley.gateway.article;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import org.eclipse.microprofile.graphql.Description;

/** What a part of the text is. */
@Description("What a part of the text is.")
public enum RegionKind {
    @Description("The headline.")
    HEADLINE,

    @Description("Who wrote it.")
    BYLINE,

    @Description("Where and when it was written.")
    DATELINE,

    @Description("Prose; statements are read from here.")
    BODY,

    @Description("A list of points.")
    LIST,

    @Description("The words under a picture.")
    CAPTION,

    @Description("Share bars, comment counters, notices.")
    BOILERPLATE,

    @Description("A list of tags.")
    TAGS,

    @Description("A disclaimer.")
    DISCLAIMER,

    @Description("Something newer than this schema.")
    @JsonEnumDefaultValue
    OTHER
}
