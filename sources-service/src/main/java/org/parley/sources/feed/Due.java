package org.parley.sources.feed;

import java.util.UUID;

/** A feed that is to be polled, as it was when it was claimed. */
record Due(UUID id, String url, String host, String etag, String lastModified) {}
