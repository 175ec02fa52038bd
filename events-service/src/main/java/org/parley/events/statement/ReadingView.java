package org.parley.events.statement;

import java.time.Instant;

/** What one extractor version made of a statement in one article version. */
public record ReadingView(
        int articleVersion, String extractor, Instant knownAt, String content, double confidence, String rule) {}
