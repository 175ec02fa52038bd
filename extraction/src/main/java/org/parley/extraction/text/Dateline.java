package org.parley.extraction.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "BRENHOLT, Lusande (MW) -- " and its like before the first sentence. */
final class Dateline {

    private static final String PLACE = "\\p{Lu}[\\p{L}'\u2019.-]*(?:[ /]\\p{L}[\\p{L}'\u2019.-]*){0,3}";
    private static final Pattern WITH_DASH =
            Pattern.compile("^" + PLACE + "(?:, " + PLACE + ")?(?:,? \\p{Lu}[a-z]{2,8}\\.? \\d{1,2}(?:, \\d{4})?)?"
                    + "(?: ?\\([^)\\n]{1,40}\\))?\\s*(?:\u2014|\u2013|--|- )\\s*(?=\\S)");
    private static final Pattern WITH_AGENCY =
            Pattern.compile("^\\p{Lu}[\\p{Lu} .'\u2019-]+(?:, " + PLACE + ")? \\([^)\\n]{1,40}\\)[:,]?\\s+(?=\\S)");
    private static final Pattern FIRST_WORDS = Pattern.compile(
            "^(?:The|A|An|But|And|This|That|It|He|She|They|We|In|On|At|For|After|If|When|While|His|Her|Its|Their|There|Some|No|Yes)\\b");

    private Dateline() {}

    /** How many characters of the line it takes, 0 when there is none. */
    static int length(String line) {
        String start = line.substring(0, Math.min(line.length(), 120));
        if (FIRST_WORDS.matcher(start).find()) {
            return 0;
        }
        Matcher dash = WITH_DASH.matcher(start);
        if (dash.find()) {
            return dash.end();
        }
        Matcher agency = WITH_AGENCY.matcher(start);
        return agency.find() ? agency.end() : 0;
    }
}
