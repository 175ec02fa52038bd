package org.parley.sources.feed;

/** The forms a feed comes in. */
enum FeedFormat {
    RSS,
    ATOM,
    RDF,
    JSON
}
