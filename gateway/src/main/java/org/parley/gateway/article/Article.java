package org.parley.gateway.article;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.gateway.node.Node;
import org.parley.gateway.outlet.Outlet;
import org.parley.gateway.statement.Basis;

/**
 * What an outlet printed under one address. The service hands out {@code text} and {@code versions} only when asked
 * to, so {@link ArticleLinks} fetches them when they are selected.
 */
@Description("What an outlet printed under one address.")
public record Article(
        @Id @NonNull @Description("Global id.") String id,

        @Description("Name of the file it came from, if it came from one.")
        String file,

        @Description("Headline of the current version.") String headline,
        @Description("Where it was printed.") String url,
        @Description("Who printed it.") Outlet outlet,
        @Description("Who wrote it, as printed.") String byline,

        @Description("Where and when it was written, as printed.")
        String dateline,

        @Description("When it was published.") Instant publishedAt,

        @NonNull @Description("How publishedAt came to be known.")
        Basis publishedAtBasis,

        @NonNull @Description("When the current version was fetched.")
        Instant retrievedAt,

        @NonNull @Description("When this system learnt of the article; never backdated.")
        Instant knownAt,

        @NonNull @Description("BCP 47; \"und\" when it could not be told.")
        String language,

        @NonNull @Description("SHA-256 of the current text as given, in hexadecimal.")
        String sha256,

        @Description("Number of the current version; 1 is the first.")
        int version,

        @NonNull @Description("Whether it still stands.") ArticleState state,

        @Description("Why it does not, in an administrator's words.")
        String stateReason,

        @Description("The agency it names as its origin, as \"Reuters\".")
        String origin,

        @NonNull @Description("What a reader should know about it.")
        List<@NonNull ArticleFlag> flags,

        @Ignore String text,
        @Ignore List<ArticleVersion> versions,
        @Ignore List<ArticleDuplicate> duplicates)
        implements Node {

    public Article {
        publishedAtBasis = publishedAtBasis == null ? Basis.UNKNOWN : publishedAtBasis;
        flags = flags == null ? List.of() : flags;
    }
}
