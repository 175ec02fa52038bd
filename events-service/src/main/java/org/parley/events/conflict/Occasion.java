package org.parley.events.conflict;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** The kinds of occasions that words name, as far as they exclude each other. */
enum Occasion {
    INTERVIEW("interview(?:ed)?"),
    SPEECH("speech|address|sermon|keynote"),
    PRESS("(?:news|press) (?:conference|briefing)|briefing"),
    HEARING("hearing"),
    POST("post|tweet|video message"),
    LETTER("letter|e-?mail|memo"),
    CALL("(?:phone|telephone) call|call with"),
    DEBATE("debate");

    private final Pattern words;

    Occasion(String words) {
        this.words = Pattern.compile("\\b(?:" + words + ")s?\\b", Pattern.CASE_INSENSITIVE);
    }

    private static Set<Occasion> of(String text) {
        Set<Occasion> kinds = EnumSet.noneOf(Occasion.class);
        for (Occasion each : values()) {
            if (each.words.matcher(text).find()) {
                kinds.add(each);
            }
        }
        return kinds;
    }

    /** Whether both name a kind and have none in common. */
    static boolean differ(String one, String other) {
        Set<Occasion> mine = of(one);
        Set<Occasion> theirs = of(other);
        return !mine.isEmpty() && !theirs.isEmpty() && mine.stream().noneMatch(theirs::contains);
    }
}
