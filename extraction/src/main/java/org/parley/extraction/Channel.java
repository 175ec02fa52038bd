package org.parley.extraction;

/**
 * How something was said.
 *
 * @param kind its sort
 * @param detail the words that tell
 */
public record Channel(Kind kind, Detail detail) {

    public enum Kind {
        PRESS,
        INTERVIEW,
        ADDRESS,
        SOCIAL_POST,
        EVENT,
        OTHER
    }
}
