package org.parley.gateway.statement;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What one version of the extractor read in one version of the article; never changed. */
@Description("What one version of the extractor read in one version of the article; never changed.")
public record StatementReading(
        @Description("Number of the article's version.") int articleVersion,

        @NonNull @Description("The extractor and its version.")
        String extractor,

        @NonNull @Description("When this system learnt of it; never backdated.")
        Instant knownAt,

        @NonNull @Description("What was said.") String content,
        @Description("How sure the extractor is, 0 to 1.") double confidence,
        @NonNull @Description("The rule that found it.") String rule) {}
