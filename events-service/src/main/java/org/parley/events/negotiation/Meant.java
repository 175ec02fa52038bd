package org.parley.events.negotiation;

import java.util.UUID;

/** The mentions of one article that carry one group number. */
record Meant(UUID article, int articleVersion, int group) {}
