package org.parley.events.negotiation;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What to call a proposal and its versions, in the words of the articles. */
final class Titles {

    private static final int LONGEST = 70;

    private static final Pattern OF_VERSION = Pattern.compile(
            "\\b(?:\\d+|original|first|second|third|fourth|revised|new|latest|old|draft|shorter|shortened|version|one)\\b");

    private Titles() {}

    /** The words that say most. */
    static String of(Cluster cluster) {
        String words = cluster.members.stream()
                .filter(Told::current)
                .flatMap(told -> told.proposal().phrases().stream())
                .filter(phrase -> phrase.length() <= LONGEST)
                .distinct()
                .max(Comparator.<String>comparingInt(phrase -> score(phrase, cluster))
                        .thenComparing(String::length)
                        .thenComparing(Comparator.reverseOrder()))
                .orElse("proposal");
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** The same with who makes it, where they don't say. */
    static String with(String maker, String title) {
        boolean named = maker == null || title.toLowerCase(Locale.ROOT).contains(maker.toLowerCase(Locale.ROOT));
        return named ? title : title + " (" + maker + ")";
    }

    private static int score(String phrase, Cluster cluster) {
        String lower = phrase.toLowerCase(Locale.ROOT);
        boolean ofVersion = OF_VERSION.matcher(lower).find();
        boolean named = cluster.names.stream().anyMatch(lower::contains);
        return (named ? 3 : 0) + (lower.indexOf(' ') > 0 ? 2 : 0) - (ofVersion ? 4 : 0);
    }

    static String label(Version version, int versions) {
        Integer count = version.count();
        String counted = count == null ? null : count == 1 ? "1 point" : count + " points";
        if (version.ordinal > 1) {
            String which =
                    List.of("second", "third", "fourth", "fifth").get(Math.min(version.ordinal, 5) - 2) + " version";
            return counted == null ? which : which + ", " + counted;
        }
        if (counted != null) {
            return version.datedOn() == null ? counted : counted + " of " + version.datedOn();
        }
        if (version.datedOn() != null) {
            return "version of " + version.datedOn();
        }
        return version.isFirst()
                ? "first version"
                : version.isLater() ? "revised version" : versions == 1 ? "only version" : "version";
    }
}
