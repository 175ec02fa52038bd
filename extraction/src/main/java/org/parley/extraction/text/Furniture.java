package org.parley.extraction.text;

import java.util.regex.Pattern;

/** Lines that are no news: patterns by region, tried in order. Each is anchored at the line's start or end. */
final class Furniture {

    private static final int SHORT = 160;

    /** @param colon whether it only fits lines with a colon, which is quicker to look for than the rest */
    private record Rule(Region.Kind kind, boolean shortOnly, boolean colon, Pattern pattern) {}

    private static final String MONTH =
            "(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)";
    private static final String DAY = "(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?";
    private static final String BULLET = "^(?:[-*\u2022\u00b7|]\\s*)?";

    private static final Rule[] RULES = {
        rule(
                Region.Kind.DISCLAIMER,
                false,
                "^(?:Disclaimer|DISCLAIMER|Legal notice|Editor[\u2019']s note|Editors[\u2019'] note)\\s*[:\u2014-]"),
        rule(
                Region.Kind.DISCLAIMER,
                false,
                "^This (?:article|story|report|text) (?:was|has been) (?:generated|produced|written) (?:in part |partly )?(?:by|using|with) (?:artificial|an? )"),
        rule(
                Region.Kind.DISCLAIMER,
                false,
                "^(?:(?:Corrections?|Clarification|CORRECTION)\\b[^:]{0,30}:|This (?:article|story|report) (?:was|has been) (?:amended|corrected)\\b)"),
        rule(
                Region.Kind.DISCLAIMER,
                true,
                "^(?:Some (?:of the )?(?:links|articles)|The views expressed|Opinions expressed|All rights reserved|\u00a9|\\(c\\)|Copyright\\b)"),
        rule(Region.Kind.TAGS, true, "^(?:Tags?|Topics?|Filed under|Categories|Category|Keywords|Related topics)\\s*:"),
        rule(
                Region.Kind.BOILERPLATE,
                true,
                BULLET + "\\d[\\d,.]*[kKmM]?\\+? (?:[Cc]omments?|[Vv]iews?|[Ss]hares?|[Ll]ikes?|[Rr]etweets?)$"),
        rule(
                Region.Kind.BOILERPLATE,
                true,
                BULLET + "\\d+ min(?:ute)?s?(?: of)? read(?:ing)?(?: time)?$|" + BULLET
                        + "(?:Reading time|Estimated reading time)\\b"),
        rule(
                Region.Kind.BOILERPLATE,
                true,
                BULLET
                        + "(?:Share|Tweet|Print|E-?mail|Save|Subscribe|Sign up|Log in|Sign in|Advertisement|ADVERTISEMENT|Follow us|Comments?|Leave a (?:comment|reply)|Newsletter|Facebook|Twitter|WhatsApp|LinkedIn)(?:\\b[- /|,\u00b7]*[\\p{L}\\p{N} ,/|\u00b7@&+-]{0,60})?$"),
        rule(
                Region.Kind.BOILERPLATE,
                true,
                "^(?:\\p{So}\\s*)*(?:READ MORE|Read more|Read also|READ ALSO|Read next|More on this|See also|SEE ALSO|Also (?:read|in)\\b[^:]{0,40}|Related(?: (?:articles?|stories|news))?|Watch|Listen|Further reading|Don[\u2019']t miss)\\s*[:|\u2013\u2014-]"),
        rule(
                Region.Kind.BOILERPLATE,
                true,
                "^\\(?(?:With (?:additional )?(?:reporting|files) (?:by|from)|(?:Additional )?[Rr]eporting by|Edited by|Editing by|Writing by|Translated (?:by|from)|Compiled by)\\b"),
        rule(
                Region.Kind.BOILERPLATE,
                true,
                "^\\p{Lu}[\\p{L}.'\u2019 -]{2,60} (?:reported|contributed reporting|contributed) (?:from|to) [^\"\u201c]{2,100}\\.$"),
        rule(Region.Kind.BYLINE, true, "^(?:By|BY) \\p{Lu}[\\p{L}.'\u2019, -]{2,80}$"),
        rule(Region.Kind.BYLINE, true, "^(?:Staff (?:writer|reporter)s?|From our (?:own )?correspondent)$"),
        rule(
                Region.Kind.DATELINE,
                true,
                BULLET + "(?:(?:Published|Updated|Posted|Last (?:updated|modified))\\s*(?:on|:)?\\s*)?" + DAY + "(?:"
                        + MONTH + " \\d{1,2},? \\d{4}|\\d{1,2}\\.? " + MONTH
                        + ",? \\d{4})(?:[ ,|\u2013-]*(?:at )?\\d{1,2}[:.]\\d{2}.{0,12})?$"),
        new Rule(
                Region.Kind.CAPTION,
                false,
                true,
                Pattern.compile(
                        "(?:^|[.\\s(\\[])(?:Photograph|Photo|Image|Picture|Credit|File photo|Video|Illustration|Graphic|Map)s?(?: credit| courtesy)?(?: by)?\\s?:\\s?[^.:]{2,60}\\.?[)\\]]?$")),
        rule(
                Region.Kind.CAPTION,
                true,
                "(?:Getty Images|AFP via Getty|\\(AP Photo[^)]*\\)|\\(Reuters\\))\\.?$|^(?:File photo|FILE PHOTO|FILE)\\b\\s*[:\u2013\u2014-]"),
    };

    private Furniture() {}

    /** The region of a line that is furniture, or null. */
    static Region.Kind kindOf(String line, int length, boolean bodySeen) {
        boolean colon = line.indexOf(':') >= 0;
        for (Rule rule : RULES) {
            if ((!rule.shortOnly || length <= SHORT)
                    && (!rule.colon || colon)
                    && rule.pattern.matcher(line).find()) {
                return rule.kind == Region.Kind.BYLINE && bodySeen && line.length() > 60 ? null : rule.kind;
            }
        }
        return null;
    }

    private static Rule rule(Region.Kind kind, boolean shortOnly, String pattern) {
        return new Rule(kind, shortOnly, false, Pattern.compile(pattern));
    }
}
