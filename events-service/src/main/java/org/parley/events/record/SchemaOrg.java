package org.parley.events.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.parley.events.actor.ActorRef;
import org.parley.events.statement.StatementView;
import org.parley.extraction.Speaker;
import org.parley.extraction.StatementForm;

/**
 * A statement in the words of schema.org: a {@code Quotation} where the article puts it in quotation marks, else a
 * {@code Claim} of its speaker.
 *
 * @param dateCreated the day it was said, where that is known
 */
@JsonInclude(Include.NON_NULL)
record SchemaOrg(
        @JsonProperty("@context") String context,
        @JsonProperty("@type") String type,
        @JsonProperty("@id") String id,
        String text,
        List<Thing> creator,
        LocalDate dateCreated,
        Article isPartOf,
        Article appearance,
        List<Thing> about) {

    /** Who says it, or a proposal it speaks of. */
    @JsonInclude(Include.NON_NULL)
    record Thing(
            @JsonProperty("@type") String type,
            @JsonProperty("@id") String id,
            String name) {}

    /** Where it is printed. */
    @JsonInclude(Include.NON_NULL)
    record Article(
            @JsonProperty("@type") String type,
            @JsonProperty("@id") String id,
            String headline,
            String url,
            Instant datePublished,
            Thing publisher) {}

    static SchemaOrg of(StatementView statement) {
        boolean quoted = statement.form() != StatementForm.INDIRECT;
        Article article = new Article(
                "NewsArticle",
                urn(statement.articleId()),
                statement.articleHeadline(),
                statement.articleUrl(),
                statement.publishedAt(),
                statement.outletName() == null
                        ? null
                        : new Thing("NewsMediaOrganization", urn(statement.outletId()), statement.outletName()));
        return new SchemaOrg(
                "https://schema.org",
                quoted ? "Quotation" : "Claim",
                urn(statement.id()),
                statement.content(),
                statement.speakers().stream().map(SchemaOrg::speaker).toList(),
                statement.statedOn(),
                quoted ? article : null,
                quoted ? null : article,
                statement.about().isEmpty()
                        ? null
                        : statement.about().stream()
                                .map(about -> new Thing("CreativeWork", urn(about.proposalId()), null))
                                .distinct()
                                .toList());
    }

    private static Thing speaker(ActorRef actor) {
        return new Thing(
                actor.kind() == Speaker.Kind.PERSON ? "Person" : "Organization", urn(actor.id()), actor.name());
    }

    private static String urn(UUID id) {
        return "urn:uuid:" + id;
    }
}
