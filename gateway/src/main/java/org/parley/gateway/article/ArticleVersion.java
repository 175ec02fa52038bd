package org.parley.gateway.article;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.gateway.node.Node;

/** One retrieval of an article that differs from the one before; it is never changed afterwards. */
@Description("One retrieval of an article that differs from the one before; it is never changed afterwards.")
public record ArticleVersion(
        @Id @NonNull @Description("Global id.") String id,
        @Description("1 is the first.") int number,
        @Description("The headline of this version.") String headline,

        @Description("The text of this version, character for character.")
        String text,

        @NonNull @Description("SHA-256 of the text as given, in hexadecimal.")
        String sha256,

        @NonNull @Description("When it was fetched from the outlet.")
        Instant retrievedAt,

        @NonNull @Description("When this system learnt of it; never backdated.")
        Instant knownAt,

        @NonNull @Description("The marked parts of the text, in order.")
        List<@NonNull Region> regions)
        implements Node {

    public ArticleVersion {
        regions = regions == null ? List.of() : regions;
    }
}
