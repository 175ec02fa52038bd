package org.parley.events.actor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.parley.extraction.Speaker;

/**
 * What is strong evidence that two names are one actor's: equal keys.
 *
 * @param key kind and name in comparable form, and the article where the name alone tells nobody apart
 * @param article the article that the actor is known in, or null when known everywhere
 */
record ActorKey(String key, UUID article) {

    /** Offices that every country has: which one is meant, only the article tells. */
    private static final Set<String> OF_EVERY_COUNTRY = Set.of(
            "army",
            "cabinet",
            "council",
            "court",
            "defence",
            "defense",
            "department",
            "embassy",
            "foreign",
            "government",
            "house",
            "interior",
            "military",
            "ministry",
            "office",
            "parliament",
            "police",
            "presidency",
            "senate",
            "the",
            "of",
            "and",
            "affairs",
            "finance",
            "justice",
            "trade",
            "economy",
            "supreme",
            "national",
            "armed",
            "forces");

    /** Parts of surnames that are no names by themselves. */
    private static final Set<String> PARTICLES = Set.of(
            "al", "el", "bin", "ibn", "bint", "abu", "ben", "de", "da", "di", "del", "della", "des", "dos", "do", "du",
            "la", "le", "van", "von", "der", "den", "ter", "ten", "zu", "af", "av", "st", "st.");

    static ActorKey of(Speaker.Kind kind, String name, UUID article) {
        List<String> words = words(kind, name);
        // Whether "Velmara" is a state or a body of that name no text says; it is one actor.
        boolean body = kind == Speaker.Kind.STATE || kind == Speaker.Kind.ORGANISATION;
        String key = (body ? "BODY" : kind) + ":" + String.join(" ", words);
        return tellsWho(kind, name, words) ? new ActorKey(key, null) : new ActorKey(key + "@" + article, article);
    }

    private static boolean tellsWho(Speaker.Kind kind, String name, List<String> words) {
        return switch (kind) {
            case STATE -> true;
            case PERSON -> hasTwoNames(name);
            case ORGANISATION -> name.chars().anyMatch(Character::isUpperCase) && !OF_EVERY_COUNTRY.containsAll(words);
            case GROUP -> false;
        };
    }

    /** "al-Harouni", "Marsh-Adeleke" and "van der Berg" are surnames alone. */
    private static boolean hasTwoNames(String name) {
        return Arrays.stream(name.strip().split("\\s+"))
                        .filter(word -> !PARTICLES.contains(word.toLowerCase(Locale.ROOT)))
                        .count()
                > 1;
    }

    private static List<String> words(Speaker.Kind kind, String name) {
        List<String> words = new ArrayList<>(List.of(Names.comparable(name).split(" ")));
        if (words.size() > 1 && words.get(0).equals("the")) {
            words.remove(0);
        }
        if (kind == Speaker.Kind.PERSON && words.size() > 2) {
            // Donald J. Trump: an initial between names is printed or left out at will.
            words.subList(1, words.size() - 1).removeIf(word -> word.length() == 1);
        }
        return words;
    }
}
