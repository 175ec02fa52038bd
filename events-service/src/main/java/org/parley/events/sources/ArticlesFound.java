package org.parley.events.sources;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Articles in the order asked for; null for one that is not there. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ArticlesFound(List<JsonNode> items) {}
