package org.parley.sources.feed;

import java.time.Instant;
import java.util.List;

/**
 * What a feed says, whatever its format.
 *
 * @param title as text, or null like all the rest that is not said
 * @param link the page it belongs to, as written
 * @param published when the feed says it was published
 * @param updated when it says it last changed
 * @param items in the feed's order
 * @param next the address of an older page of the same feed, as written
 */
record FeedContent(
        FeedFormat format,
        String title,
        String link,
        String description,
        String language,
        String copyright,
        List<Author> authors,
        List<String> categories,
        Instant published,
        Instant updated,
        String next,
        List<Item> items) {

    /** Who wrote; at least one of the two is said. */
    record Author(String name, String email) {}

    /**
     * An entry of a feed.
     *
     * @param guid what the feed calls it
     * @param link where the article stands, as written
     * @param description a summary, usually HTML
     * @param content the whole text, usually HTML
     */
    record Item(
            String guid,
            String title,
            String link,
            String description,
            String content,
            List<Author> authors,
            List<String> categories,
            Instant published,
            Instant updated) {}
}
