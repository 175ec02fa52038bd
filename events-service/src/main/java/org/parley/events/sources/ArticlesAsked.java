package org.parley.events.sources;

import java.util.Collection;
import java.util.UUID;

/** Which articles, and that their versions are to be told. */
public record ArticlesAsked(Collection<UUID> ids, boolean versions) {}
