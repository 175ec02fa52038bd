package org.parley.gateway.article;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import org.eclipse.microprofile.graphql.Description;

/** What a reader of the article should know. */
@Description("What a reader of the article should know.")
public enum ArticleFlag {
    @Description("It says that a machine wrote or translated parts of it.")
    AI_DISCLAIMER,

    @Description("It says nowhere when it was published.")
    NO_DATE,

    @Description("Nobody said who printed it.")
    NO_OUTLET,

    @Description("It repeats the text of an agency.")
    WIRE_COPY,

    @Description("It says that it was corrected.")
    CORRECTED,

    @Description("Its language is kept but not read for statements.")
    OTHER_LANGUAGE,

    @Description("Something newer than this schema.")
    @JsonEnumDefaultValue
    OTHER
}
