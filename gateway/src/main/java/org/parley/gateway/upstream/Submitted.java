package org.parley.gateway.upstream;

import org.parley.gateway.article.Article;
import org.parley.gateway.article.SubmissionFate;

/** What sources-service says of an article that was handed in. */
public record Submitted(SubmissionFate fate, Article article) {}
