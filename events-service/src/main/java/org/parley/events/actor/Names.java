package org.parley.events.actor;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How names are compared. */
public final class Names {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern POSSESSIVE = Pattern.compile("['\u2019]s\\b");
    private static final Pattern APOSTROPHES = Pattern.compile("['\u2019\u02BC`]");
    private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** One sound at the end of Slavic names that English writes in four ways. */
    private static final Pattern ENDINGS = Pattern.compile("(?<=\\p{L}{2})(?:yy|iy|ii|ij|yi)\\b");

    private Names() {}

    /** Lower case, without accents and punctuation, words parted by one space. */
    public static String normalised(String name) {
        String plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        plain = POSSESSIVE.matcher(plain).replaceAll("");
        plain = APOSTROPHES.matcher(plain).replaceAll("");
        return OTHERS.matcher(plain.toLowerCase(Locale.ROOT).replace("ł", "l").replace("ø", "o"))
                .replaceAll(" ")
                .strip();
    }

    /** As {@link #normalised}, and the same for the spellings that English has for one name: Zelensky, Zelenskyy. */
    static String comparable(String name) {
        return ENDINGS.matcher(normalised(name)).replaceAll("y");
    }
}
