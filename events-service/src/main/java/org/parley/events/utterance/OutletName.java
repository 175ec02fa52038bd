package org.parley.events.utterance;

import java.util.List;
import java.util.Locale;

/** How the press names the press: "The Aldermere Ledger" is "the Ledger" and, before a dash, "AL". */
final class OutletName {

    private OutletName() {}

    /** Whether {@code printed} can mean the outlet {@code name}. */
    static boolean same(String printed, String name) {
        List<String> mine = words(printed);
        List<String> theirs = words(name);
        if (mine.isEmpty() || theirs.isEmpty()) {
            return false;
        }
        return mine.equals(theirs)
                || (mine.size() == 1 && theirs.size() > 1 && mine.get(0).equals(theirs.get(theirs.size() - 1)))
                || (mine.size() == 1 && theirs.size() > 1 && isInitials(printed.strip(), theirs));
    }

    /** The name by which two that print it differently are one. */
    static String plain(String printed) {
        return String.join(" ", words(printed));
    }

    private static boolean isInitials(String printed, List<String> name) {
        StringBuilder initials = new StringBuilder();
        name.forEach(word -> initials.append(word.charAt(0)));
        return printed.equals(printed.toUpperCase(Locale.ROOT))
                && initials.toString().equalsIgnoreCase(printed);
    }

    private static List<String> words(String name) {
        if (name == null) {
            return List.of();
        }
        List<String> words = Wording.words(name.replaceFirst("['\u2019]s?$", ""));
        return !words.isEmpty() && words.get(0).equals("the") ? words.subList(1, words.size()) : words;
    }
}
