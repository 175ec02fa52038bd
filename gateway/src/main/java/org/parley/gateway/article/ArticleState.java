package org.parley.gateway.article;

import org.eclipse.microprofile.graphql.Description;

/** Whether the article still stands. */
@Description("Whether the article still stands.")
public enum ArticleState {
    @Description("It stands.")
    ACTIVE,

    @Description("The outlet or an administrator took it back.")
    RETRACTED,

    @Description("It is gone where it was printed.")
    DELETED_AT_SOURCE
}
