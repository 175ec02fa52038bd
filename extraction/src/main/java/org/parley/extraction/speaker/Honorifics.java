package org.parley.extraction.speaker;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.parley.extraction.names.Gender;

/** What a word before or about a name tells of its bearer's gender. */
final class Honorifics {

    private static final Map<String, Gender> BEFORE = Map.ofEntries(
            Map.entry("mr", Gender.MALE),
            Map.entry("mr.", Gender.MALE),
            Map.entry("sir", Gender.MALE),
            Map.entry("lord", Gender.MALE),
            Map.entry("king", Gender.MALE),
            Map.entry("prince", Gender.MALE),
            Map.entry("pope", Gender.MALE),
            Map.entry("sheikh", Gender.MALE),
            Map.entry("ayatollah", Gender.MALE),
            Map.entry("mrs", Gender.FEMALE),
            Map.entry("mrs.", Gender.FEMALE),
            Map.entry("ms", Gender.FEMALE),
            Map.entry("ms.", Gender.FEMALE),
            Map.entry("miss", Gender.FEMALE),
            Map.entry("lady", Gender.FEMALE),
            Map.entry("dame", Gender.FEMALE),
            Map.entry("queen", Gender.FEMALE),
            Map.entry("princess", Gender.FEMALE),
            Map.entry("baroness", Gender.FEMALE));
    private static final Set<String> NEUTRAL = Set.of(
            "dr",
            "dr.",
            "prof",
            "prof.",
            "professor",
            "gen",
            "gen.",
            "col",
            "col.",
            "lt",
            "lt.",
            "maj",
            "maj.",
            "capt",
            "capt.",
            "sen",
            "sen.",
            "rep",
            "rep.",
            "gov",
            "gov.",
            "rev",
            "rev.",
            "st.",
            "hon.");
    private static final Set<String> WOMEN = Set.of(
            "mother",
            "daughter",
            "sister",
            "wife",
            "widow",
            "actress",
            "queen",
            "princess",
            "woman",
            "girl",
            "duchess",
            "businesswoman");
    private static final Set<String> MEN = Set.of(
            "father", "son", "brother", "husband", "widower", "king", "prince", "man", "boy", "duke", "businessman");

    private Honorifics() {}

    static boolean isHonorific(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return BEFORE.containsKey(lower) || NEUTRAL.contains(lower);
    }

    static Gender before(String word) {
        return BEFORE.getOrDefault(word.toLowerCase(Locale.ROOT), Gender.UNKNOWN);
    }

    /** Of a role noun: "spokeswoman", "chairman", "mother". */
    static Gender ofRole(String noun) {
        String lower = noun.toLowerCase(Locale.ROOT);
        if (lower.endsWith("woman") || WOMEN.contains(lower)) {
            return Gender.FEMALE;
        }
        return (lower.endsWith("man") && !lower.equals("human") && !lower.equals("layman")) || MEN.contains(lower)
                ? Gender.MALE
                : Gender.UNKNOWN;
    }

    /** Of a Slavic surname: "-ova", "-eva", "-skaya" are women's. */
    static Gender ofSurname(String surname) {
        String lower = surname.toLowerCase(Locale.ROOT);
        return lower.length() > 5
                        && (lower.endsWith("ova")
                                || lower.endsWith("eva")
                                || lower.endsWith("skaya")
                                || lower.endsWith("skaia")
                                || lower.endsWith("ov\u00e1"))
                ? Gender.FEMALE
                : Gender.UNKNOWN;
    }
}
