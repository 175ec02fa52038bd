package org.parley.sources.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parley.extraction.text.Region;

/**
 * One retrieval of an article that differed; it never changes.
 *
 * @param number counts the article's versions in the order they arrived; receipts name it
 * @param text only where it was asked for
 * @param sha256 of the text in UTF-8, hexadecimal
 * @param language as it was said or recognised, BCP 47
 * @param regions the marked parts of the text, in order, in UTF-16 code units
 */
@JsonInclude(Include.NON_NULL)
public record VersionView(
        UUID id,
        UUID articleId,
        int number,
        String headline,
        String byline,
        String dateline,
        String text,
        String sha256,
        String file,
        String url,
        Instant publishedAt,
        Instant retrievedAt,
        Instant knownAt,
        Instant supersededAt,
        String language,

        @Schema(type = SchemaType.ARRAY, implementation = Region.class)
        JsonNode regions) {}
