package org.parley.extraction.speaker;

import java.util.regex.Pattern;

/** How a phrase is written as a name. */
final class Names {

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern LEAD = Pattern.compile("^(?:[Tt]he|[Aa]n?)\\s+(?=\\S)");
    private static final Pattern GENITIVE = Pattern.compile("['\u2019]s?$");

    private Names() {}

    /** White space normalised, without article and genitive. */
    static String clean(String phrase) {
        String one = SPACE.matcher(phrase).replaceAll(" ").strip();
        one = GENITIVE.matcher(one).replaceFirst("");
        String bare = LEAD.matcher(one).replaceFirst("");
        return bare.isEmpty() ? one : bare;
    }
}
