package org.parley.gateway.article;

import org.eclipse.microprofile.graphql.Description;

/** What became of an article that was handed in. */
@Description("What became of an article that was handed in.")
public enum SubmissionFate {
    @Description("New: stored.")
    STORED,

    @Description("Known with another text: stored as a new version.")
    NEW_VERSION,

    @Description("Known with this text: nothing stored.")
    UNCHANGED
}
