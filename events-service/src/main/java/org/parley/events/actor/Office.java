package org.parley.events.actor;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The office that a printed role names, in comparable form. */
public final class Office {

    private static final Set<String> OFFICES = Set.of(
            "minister",
            "president",
            "premier",
            "chancellor",
            "envoy",
            "ambassador",
            "secretary",
            "negotiator",
            "commissioner",
            "spokesperson",
            "governor");

    /** Tells what somebody no longer is, or not yet. */
    private static final Pattern NOT_NOW = Pattern.compile(
            "\\b(?:former|ex|outgoing|then|designate|elect|incoming|late|retired|acting|deputy|vice)\\b",
            Pattern.CASE_INSENSITIVE);

    private Office() {}

    /** The words of the office without whose it is: "Lusande's foreign minister" is foreign, minister; nothing where it is none. */
    public static Set<String> of(String role) {
        if (NOT_NOW.matcher(role).find()) {
            return Set.of();
        }
        String bare = role.split(" (?:of|for|to|at|in|on|and) |,")[0].replaceAll("\\S+['\u2019]s?\\s", "");
        Set<String> words = Arrays.stream(bare.split("[\\s-]+"))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .map(word -> word.matches("spokes(?:man|woman)") ? "spokesperson" : word)
                .filter(word -> !word.matches("the|a|an|his|her|its|now|new|current"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<String> inOrder = List.copyOf(words);
        // Whose it is may stand in front: "Velmaran foreign minister".
        int office = inOrder.isEmpty() ? -1 : inOrder.size() - 1;
        return office >= 0 && OFFICES.contains(inOrder.get(office))
                ? Set.copyOf(inOrder.subList(Math.max(0, office - 1), office + 1))
                : Set.of();
    }
}
