package org.parley.extraction;

import java.util.List;

/**
 * Who speaks.
 *
 * @param name the fullest name the article gives this speaker; for a group or a description, its words
 * @param kind what it is
 * @param aliases every form of the name the article prints, the fullest first
 * @param role as printed anywhere in the article ("Russian President"), or null
 * @param roleSpan where that role stands, or null
 */
public record Speaker(String name, Kind kind, List<String> aliases, String role, Span roleSpan) {

    public Speaker {
        aliases = List.copyOf(aliases);
    }

    public enum Kind {
        PERSON,
        ORGANISATION,
        STATE,
        /** Unnamed or collective: "two diplomats", "Russian officials". */
        GROUP
    }
}
