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

    private static final Pattern CLOCK = Pattern.compile(
            "^\\d{1,2}[.:]\\d{2}(?: ?(?:am|pm|a\\.m\\.|p\\.m\\.|GMT|UTC|CET|CEST|BST|EST|EDT))?\\s*(?:[\u2014\u2013|:-]\\s*)?(?<=\\s)(?=[\\p{Lu}\"\u201c\u2018'])");

    private Dateline() {}

    /** How many characters of the line the time takes that a live page puts before an entry: "10.25 ", "9:40 pm - "; 0 when there is none. */
    static int clock(String line) {
        Matcher clock = CLOCK.matcher(line.substring(0, Math.min(line.length(), 40)));
        return clock.find() ? clock.end() : 0;
    }

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
