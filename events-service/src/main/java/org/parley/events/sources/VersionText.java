package org.parley.events.sources;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** One version of an article with its text, as kept. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record VersionText(int number, String headline, String text) {}
