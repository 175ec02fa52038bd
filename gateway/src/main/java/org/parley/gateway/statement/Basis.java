package org.parley.gateway.statement;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import org.eclipse.microprofile.graphql.Description;

/** How a value came to be known. */
@Description("How a value came to be known.")
public enum Basis {
    @Description("Said in the statement's own sentence.")
    EXPLICIT,

    @Description("Said in a neighbouring sentence, or elsewhere in the article.")
    INHERITED,

    @Description("Day and month are said; the year is counted from the publication.")
    YEAR_INFERRED,

    @Description("Counted from the publication, as with \"on Thursday\".")
    RELATIVE,

    @Description("Taken from the article's own date or channel.")
    PUBLICATION,

    @Description("Concluded from several places.")
    INFERRED,

    @Description("The text does not say.")
    @JsonEnumDefaultValue
    UNKNOWN
}
