package org.parley.gateway.change;

import org.eclipse.microprofile.graphql.Description;

/** Why a row changed. */
@Description("Why a row changed. Values may be added: have a default.")
public enum ChangeReason {
    @Description("An article was read, or read again by a newer extractor.")
    EXTRACTION,

    @Description("The article has a new version.")
    NEW_VERSION,

    @Description("Somebody accepted, corrected or rejected it.")
    REVIEW,

    @Description("Two rows were found to be one, or one to be two.")
    MERGE,

    @Description("The article was taken back.")
    RETRACTION,

    @Description("Something newer than this schema.")
    OTHER;

    /** By the service's word. */
    static ChangeReason of(String word) {
        for (ChangeReason reason : values()) {
            if (reason.name().equals(word)) {
                return reason;
            }
        }
        return OTHER;
    }
}
