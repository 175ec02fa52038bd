package org.parley.gateway.change;

import java.util.Locale;
import org.eclipse.microprofile.graphql.Description;

/** What happened to a row. */
@Description("What happened to a row. Values may be added: have a default.")
public enum ChangeKind {
    @Description("It is new in the record.")
    ADDED,

    @Description("It says something else than before, or says it elsewhere.")
    CHANGED,

    @Description("Another row took its place.")
    SUPERSEDED,

    @Description("It is no longer part of the present record.")
    REMOVED;

    /** By the word in the name of an event; one that is newer than this program counts as a change. */
    static ChangeKind of(String word) {
        String name = word.toUpperCase(Locale.ROOT);
        for (ChangeKind kind : values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        return CHANGED;
    }
}
