package org.parley.extraction.names;

import java.util.Set;

/** Tells a news outlet by the list of outlets, or by the word such names end with. Immutable. */
public final class Outlets {

    private static final Set<String> LAST_WORDS = Set.of(
            "News",
            "Times",
            "Post",
            "Herald",
            "Daily",
            "Wire",
            "Journal",
            "Tribune",
            "Agency",
            "Press",
            "Radio",
            "TV",
            "Television",
            "Today",
            "Ledger",
            "Courier",
            "Gazette",
            "Chronicle",
            "Observer",
            "Telegraph",
            "Guardian",
            "Independent",
            "Mirror",
            "Star",
            "Standard",
            "Review",
            "Magazine",
            "Network",
            "Broadcasting",
            "Service",
            "Mail",
            "Weekly",
            "Express",
            "Globe",
            "Examiner",
            "Inquirer",
            "Dispatch",
            "Monitor",
            "Bulletin",
            "Sun",
            "Echo",
            "Argus",
            "Sentinel",
            "Reporter");
    private static final Set<String> NOT_ALONE = Set.of(
            "Post",
            "Service",
            "Agency",
            "Press",
            "Today",
            "Network",
            "Monitor",
            "Reporter",
            "Review",
            "Express",
            "Mail",
            "Radio",
            "Sun",
            "Star",
            "Globe",
            "Bulletin",
            "Standard",
            "Independent");

    private final Gazetteers gazetteers;

    public Outlets(Gazetteers gazetteers) {
        this.gazetteers = gazetteers;
    }

    /** Whether a phrase, with or without its article, names one. */
    public boolean isOutlet(String phrase) {
        String name = phrase.replaceFirst("^(?:[Tt]he|[Aa]n?) ", "").replaceFirst("['\u2019]s$", "");
        if (name.isEmpty() || !Character.isUpperCase(name.charAt(0))) {
            return false;
        }
        if (gazetteers.outlet(name).isPresent()
                || gazetteers.outlet("The " + name).isPresent()) {
            return true;
        }
        int space = name.lastIndexOf(' ');
        String last = name.substring(space + 1);
        boolean the = phrase.regionMatches(true, 0, "the ", 0, 4);
        return LAST_WORDS.contains(last) && (space > 0 || (the && !NOT_ALONE.contains(last)));
    }
}
