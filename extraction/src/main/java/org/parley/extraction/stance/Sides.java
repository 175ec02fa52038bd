package org.parley.extraction.stance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.extraction.Speaker;
import org.parley.extraction.names.Gazetteers;

/** For whom somebody speaks, by the names in the office and, of a body or group, in its own: a state's word, its capital's, its people's. */
final class Sides {

    /** What names a people after its land: "Osterlandic", "Velmaran"; "Northern" is no people of "North...". */
    private static final Pattern OF_A_PEOPLE =
            Pattern.compile("(?:ians?|eans?|ans?|ese|ish|ics?|ites?)$|(?<=land)ers?$");

    private static final Pattern LAST_VOWELS = Pattern.compile("[aeiouy]+$");
    private static final int STEM = 4;

    private static final Pattern NAME = Pattern.compile("\\p{Lu}[\\p{L}.-]*[\\p{L}.]");
    private static final Pattern TWO_WORDS = Pattern.compile("\\p{Lu}[\\p{L}.-]+ \\p{Lu}[\\p{L}-]+");

    private final Gazetteers gazetteers;

    Sides(Gazetteers gazetteers) {
        this.gazetteers = gazetteers;
    }

    /** Whether one of them is {@code party} or speaks for it. */
    boolean isFor(List<Speaker> speakers, String party) {
        return speakers.stream().anyMatch(s -> isFor(s, party));
    }

    private boolean isFor(Speaker speaker, String party) {
        if (speaker.aliases().contains(party) || speaker.name().equals(party)) {
            return true;
        }
        String usual = usual(party);
        return names(speaker).stream().anyMatch(name -> alike(name, usual));
    }

    /** Whether the text names a side for the speaker at all. */
    boolean isKnown(Speaker speaker) {
        return names(speaker).stream()
                .anyMatch(name -> gazetteers.titleKind(name).isEmpty());
    }

    /** "envoy to Elm" is not of Elm. */
    private List<String> names(Speaker speaker) {
        String office = speaker.role() == null ? "" : speaker.role().replaceFirst(" to .*", "");
        String own = speaker.kind() == Speaker.Kind.PERSON ? "" : speaker.name();
        List<String> names = new ArrayList<>();
        for (String words : List.of(office, own)) {
            for (Pattern pattern : List.of(TWO_WORDS, NAME)) {
                for (Matcher matcher = pattern.matcher(words); matcher.find(); ) {
                    names.add(usual(matcher.group()));
                }
            }
        }
        return names;
    }

    private String usual(String name) {
        return gazetteers.country(name).map(known -> known.country().name()).orElse(name);
    }

    private static boolean alike(String one, String other) {
        return one.equals(other) || (stem(one).length() >= STEM && stem(one).equals(stem(other)));
    }

    private static String stem(String name) {
        String bare = OF_A_PEOPLE.matcher(name.toLowerCase(Locale.ROOT)).replaceFirst("");
        return LAST_VOWELS.matcher(bare).replaceFirst("");
    }
}
