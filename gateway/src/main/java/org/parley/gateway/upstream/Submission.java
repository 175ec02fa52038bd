package org.parley.gateway.upstream;

import com.fasterxml.jackson.annotation.JsonInclude;

/** An article as it is handed in to sources-service. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Submission(
        String id,
        String outlet,
        String url,
        String headline,
        String byline,
        String published,
        String retrieved,
        String language,
        String text,
        String html) {}
