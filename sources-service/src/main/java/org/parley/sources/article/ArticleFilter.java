package org.parley.sources.article;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Which articles are asked for: all members that are there have to hold; a list means any of its values, and so does
 * {@code or}. Times are inclusive at both ends.
 *
 * @param text words of the current text or headline, as a web search takes them
 * @param url any form of the article's address
 */
record ArticleFilter(
        List<UUID> ids,
        List<UUID> outlet,
        List<String> language,
        Instant publishedFrom,
        Instant publishedTo,
        List<String> state,
        List<String> flag,
        String text,
        String url,
        List<ArticleFilter> and,
        List<ArticleFilter> or,
        ArticleFilter not) {}
