package org.parley.extraction.detail;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.extraction.Basis;
import org.parley.extraction.Channel;
import org.parley.extraction.Detail;
import org.parley.extraction.Span;
import org.parley.extraction.names.Gazetteers;

/** Tells a news outlet by the list of outlets, or by the word such names end with. */
final class Outlets {

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

    private static final Pattern WITH = Pattern.compile(" (?:with|by|to) (.+)$");

    private final Gazetteers gazetteers;

    Outlets(Gazetteers gazetteers) {
        this.gazetteers = gazetteers;
    }

    /** The outlet that the words of an interview name: "an interview with the Elm Courier"; or null. */
    Detail namedIn(Channel channel) {
        if (channel.kind() != Channel.Kind.INTERVIEW) {
            return null;
        }
        Detail words = channel.detail();
        Matcher with = WITH.matcher(words.value());
        if (!with.find() || !isOutlet(with.group(1))) {
            return null;
        }
        int length = words.span().end() - words.span().start();
        Span span = new Span(
                words.span().end() - Math.min(length, with.group(1).length()),
                words.span().end());
        return new Detail(with.group(1), span, Basis.EXPLICIT);
    }

    boolean isOutlet(String phrase) {
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
