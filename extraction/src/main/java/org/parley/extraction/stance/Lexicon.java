package org.parley.extraction.stance;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.extraction.text.Table;

/** The words and phrases of the table {@code stance/attitudes.tsv}. Of those that overlap the longest counts: "no chance", not "a chance". */
final class Lexicon {

    private static final String ANY = "";
    private static final int KEY = 2;
    private static final Map<String, List<Entry>> ENTRIES = new HashMap<>();

    static {
        for (String[] row : Table.rows("stance/attitudes.tsv", Lexicon.class)) {
            Pattern pattern = Pattern.compile(row[2] + "(?![\\p{L}-])", Pattern.CASE_INSENSITIVE);
            ENTRIES.computeIfAbsent(key(row[2]), none -> new ArrayList<>())
                    .add(new Entry(Attitude.valueOf(row[0]), pattern));
        }
    }

    private record Entry(Attitude attitude, Pattern pattern) {}

    /**
     * A word or phrase found.
     *
     * @param attitudes all it may tell
     * @param start of its first character
     * @param end behind its last
     */
    record Hit(Set<Attitude> attitudes, int start, int end) {}

    private Lexicon() {}

    /** What stands in some words, in order, none overlapping. */
    static List<Hit> in(String words) {
        List<Hit> hits = new ArrayList<>();
        int at = 0;
        while (at < words.length()) {
            Hit hit = isWordStart(words, at) ? longest(words, at) : null;
            if (hit == null) {
                at++;
            } else {
                hits.add(hit);
                at = hit.end;
            }
        }
        return hits;
    }

    private static Hit longest(String words, int at) {
        Set<Attitude> attitudes = EnumSet.noneOf(Attitude.class);
        int end = at;
        String key = words.substring(at, Math.min(words.length(), at + KEY)).toLowerCase(Locale.ROOT);
        for (List<Entry> entries :
                List.of(ENTRIES.getOrDefault(key, List.of()), ENTRIES.getOrDefault(ANY, List.of()))) {
            for (Entry entry : entries) {
                Matcher matcher = entry.pattern.matcher(words).region(at, words.length());
                matcher.useTransparentBounds(true);
                if (matcher.lookingAt() && matcher.end() >= end && matcher.end() > at) {
                    if (matcher.end() > end) {
                        attitudes.clear();
                    }
                    end = matcher.end();
                    attitudes.add(entry.attitude);
                }
            }
        }
        return attitudes.isEmpty() ? null : new Hit(attitudes, at, end);
    }

    private static boolean isWordStart(String words, int at) {
        return Character.isLetterOrDigit(words.charAt(at))
                && (at == 0 || !(Character.isLetter(words.charAt(at - 1)) || words.charAt(at - 1) == '-'));
    }

    /** The letters a pattern begins with, if it always begins with the same. */
    private static String key(String pattern) {
        boolean plain = pattern.length() > KEY
                && pattern.substring(0, KEY).chars().allMatch(Character::isLetter)
                && "?*{|".indexOf(pattern.charAt(KEY)) < 0;
        return plain ? pattern.substring(0, KEY).toLowerCase(Locale.ROOT) : ANY;
    }
}
