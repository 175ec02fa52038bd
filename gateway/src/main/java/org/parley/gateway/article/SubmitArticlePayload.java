package org.parley.gateway.article;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of an article that was handed in. */
@Description("What became of an article that was handed in.")
public record SubmitArticlePayload(
        @NonNull @Description("What became of it.") SubmissionFate fate,
        @Description("The article as it is kept.") Article article) {}
