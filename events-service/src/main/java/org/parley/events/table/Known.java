package org.parley.events.table;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;

/** Which rows of a table that is only closed were known at a time. */
public final class Known {

    private static final Pattern PLACE = Pattern.compile("known_rows\\((\\w+)\\)");

    private Known() {}

    /** Stands in SQL for {@link #rows} of {@code alias}, until {@link #query} knows when. */
    public static String at(String alias) {
        return "known_rows(" + alias + ")";
    }

    /**
     * The condition for rows of {@code alias}. Now and then are two conditions, not one that looks at its parameter: only
     * so can PostgreSQL keep a plan that reads the indexes of what holds now.
     */
    public static String rows(String alias, Instant knownAt) {
        return knownAt == null
                ? alias + ".superseded_at is null"
                : "(%1$s.known_at <= :knownAt and (%1$s.superseded_at is null or %1$s.superseded_at > :knownAt))"
                        .formatted(alias);
    }

    /** A query whose SQL may hold {@link #at}, and the parameter {@code knownAt}; null is now. */
    public static Query query(Handle handle, String sql, Instant knownAt) {
        return handle.createQuery(
                        PLACE.matcher(sql).replaceAll(place -> Matcher.quoteReplacement(rows(place.group(1), knownAt))))
                // Whether SQL names the parameter depends on what is asked, as do the parameters of a list's page.
                .configure(SqlStatements.class, settings -> settings.setUnusedBindingAllowed(true))
                .bindByType("knownAt", knownAt, Instant.class);
    }
}
