package org.parley.gateway.statement;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** The proof of a row: exactly these characters of exactly this version. */
@Description("The proof of a row: exactly these characters of exactly this version of that article.")
public record Receipt(
        @Id @NonNull @Description("Global id of the article.")
        String articleId,

        @Description("Number of the version the words were read from.")
        int articleVersion,

        @NonNull @Description("Which text of that version the offsets count in.")
        TextField field,

        @Description("First character: UTF-16 code units, as in Java and JavaScript.")
        int start,

        @Description("After the last character.") int end,
        @NonNull @Description("The words themselves.") String exact,

        @NonNull @Description("Up to 32 characters before them.")
        String prefix,

        @NonNull @Description("Up to 32 characters after them.")
        String suffix,

        @NonNull @Description("Where the words stand in the article's current version.")
        Placement placement,

        @Description("Their place in the current version; null when placement is ORPHANED.")
        Span current) {}
