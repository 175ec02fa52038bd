package org.parley.gateway.status;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** How the system does. What a service that does not answer would tell is null. */
@Description("How the system does. What a service that does not answer would tell is null.")
public record SystemStatus(
        @NonNull @Description("Version of this software.") String version,
        @Description("Articles kept.") Integer articles,
        @Description("Versions of them.") Integer articleVersions,
        @Description("Outlets known.") Integer outlets,
        @Description("Statements that stand.") Integer statements,
        @Description("Proposals.") Integer proposals,
        @Description("Actors.") Integer actors,

        @Description("Articles that wait to be read for statements.")
        Integer pendingArticles,

        @Description("Articles that could not be read.") Integer failedArticles,

        @Description("How far the record is behind the articles, in seconds.")
        Double lagSeconds) {}
