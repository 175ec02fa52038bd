package org.parley.events.table;

/** Which rows of a table that is only closed were known at a time. */
public final class Known {

    private Known() {}

    /** The condition for rows of {@code alias}, by parameter {@code knownAt}, where null is now. */
    public static String at(String alias) {
        return """
                case when cast(:knownAt as timestamptz) is null then %1$s.superseded_at is null
                    else %1$s.known_at <= :knownAt and (%1$s.superseded_at is null or %1$s.superseded_at > :knownAt) end""".formatted(alias);
    }
}
