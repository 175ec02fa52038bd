package org.parley.sources.page;

import java.time.Instant;

/**
 * What a web page says of the article on it; all but the text may be null.
 *
 * @param text its body as plain text, a blank line between paragraphs
 * @param url the canonical address the page gives for itself, absolute, as written
 * @param language BCP 47 tag
 */
public record Page(
        String text, String headline, String byline, Instant published, String url, String language, String site) {}
