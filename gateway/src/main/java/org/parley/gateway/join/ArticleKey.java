package org.parley.gateway.join;

/**
 * An article to load, and what of it.
 *
 * @param text whether its text is wanted, which is most of its size
 * @param versions whether its versions are wanted, each with its text
 */
record ArticleKey(String id, boolean text, boolean versions) {}
