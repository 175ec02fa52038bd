package org.parley.gateway.utterance;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import org.eclipse.microprofile.graphql.Description;

/** How the origin of a report is known. */
@Description("How the origin of a report is known.")
public enum OriginBasis {
    @Description("The article repeats the text of an agency.")
    AGENCY,

    @Description("The article says through whom it has it.")
    VIA,

    @Description("The outlet says that it was told itself.")
    OWN_REPORT,

    @Description("Something newer than this schema.")
    @JsonEnumDefaultValue
    OTHER
}
