package org.parley.gateway.article;

import org.eclipse.microprofile.graphql.Description;

/** An article that was taken back. */
@Description("An article that was taken back.")
public record RetractArticlePayload(
        @Description("The article.") Article article) {}
