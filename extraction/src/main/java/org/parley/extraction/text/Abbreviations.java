package org.parley.extraction.text;

import java.util.Locale;
import java.util.Set;

/** Abbreviations that keep their full stop, by what may follow them. Lower case, without the stop. */
final class Abbreviations {

    /** A name follows: never the end of a sentence. */
    private static final Set<String> BEFORE_A_NAME = Set.of(
            "mr mrs ms mx messrs dr prof gen lt col maj capt cmdr sgt cpl adm brig sen rep gov pres hon rev fr st ste mt ft amb atty supt insp det vs no nos fig art sec vol pp approx"
                    .split(" "));

    private static final Set<String> MONTHS = Set.of("jan feb mar apr jun jul aug sept sep oct nov dec".split(" "));

    /** May end a sentence or stand within it. */
    private static final Set<String> EITHER = Set.of(
            "inc corp ltd co bros jr sr esq etc al ave blvd rd univ dept est eds ed ph.d ca cf viz mins hrs ariz calif colo conn fla ill ind kan mass mich minn mo mont neb nev okla ore pa tenn tex va vt wash wis wyo ala ark ky la md miss"
                    .split(" "));

    /** Words that are written with a capital because a sentence begins, rather than because they name something. */
    private static final Set<String> STARTERS = Set.of(
            "the a an he she it they we i you in on at but and however this that these those there his her its their our my your as after before when while if for since although though meanwhile both some many most all asked speaking earlier later by with what who why how where to from under no not none only yes so or nor then now here one two three during despite according until once because among another each such"
                    .split(" "));

    private Abbreviations() {}

    /** Whether the word keeps a full stop that follows it, as "Gen" in "Gen. Smith". */
    static boolean takesStop(String word) {
        if (word.isEmpty()) {
            return false;
        }
        String w = word.toLowerCase(Locale.ROOT);
        if (word.length() > 1 && Character.isLowerCase(word.charAt(0))) {
            // "no." and "art." end sentences more often than they shorten "number" and "article"
            return Set.of("vs", "etc", "approx", "cf", "viz", "pp", "al").contains(w);
        }
        boolean rather = Set.of("art", "fig", "ill", "ind", "mo", "pa", "la", "miss", "ed", "md")
                .contains(w);
        return !rather && (BEFORE_A_NAME.contains(w) || MONTHS.contains(w) || EITHER.contains(w));
    }

    static boolean beforeName(String formWithStop) {
        return BEFORE_A_NAME.contains(bare(formWithStop));
    }

    static boolean month(String formWithStop) {
        return MONTHS.contains(bare(formWithStop));
    }

    static boolean starter(String form) {
        return STARTERS.contains(form.toLowerCase(Locale.ROOT));
    }

    private static String bare(String form) {
        return form.substring(0, form.length() - 1).toLowerCase(Locale.ROOT);
    }
}
