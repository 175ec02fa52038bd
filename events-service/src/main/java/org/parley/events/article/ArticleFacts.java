package org.parley.events.article;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What sources-service tells of an article, as far as it is copied here. Members that are added there later are no
 * concern of ours.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ArticleFacts(
        UUID id,
        int version,
        String file,
        String headline,
        String byline,
        String url,
        OutletFacts outlet,
        Instant publishedAt,
        Instant retrievedAt,
        Instant knownAt,
        String language,
        String sha256,
        String state,
        List<VersionFacts> versions) {

    /** A version, likewise; told only where it was asked for. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record VersionFacts(
            int number,
            String headline,
            String file,
            String sha256,
            Instant publishedAt,
            Instant retrievedAt,
            Instant knownAt) {}

    /** An outlet, likewise. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record OutletFacts(UUID id, String name, String homepage, String kind, String country, String timeZone) {}
}
