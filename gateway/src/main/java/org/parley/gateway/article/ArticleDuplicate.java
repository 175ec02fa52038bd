package org.parley.gateway.article;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** Another article with this text, or nearly so. */
@Description("Another article with this text, or nearly so.")
public record ArticleDuplicate(
        @NonNull @Description("How alike they are.") DuplicateKind kind,

        @Description("How much of the texts is the same, 0 to 1.")
        Double similarity,

        @Ignore String articleId) {}
