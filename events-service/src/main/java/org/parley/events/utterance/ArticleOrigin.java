package org.parley.events.utterance;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an article tells of where its reports come from.
 *
 * @param agency the agency that is credited, as printed; {@value #UNNAMED} for agencies without a name; or null
 * @param own the words that show that the outlet was there or had it itself, or null
 * @param sketch the text in small, by which copies are known
 */
record ArticleOrigin(String agency, String own, List<Long> sketch) {

    static final String UNNAMED = "?";

    private static final String NAME =
            "(\\p{Lu}[\\p{L}&.\u2019'-]*(?: (?:of |and |& )?\\p{Lu}[\\p{L}&.\u2019'-]*){0,4})";
    /** BRENHOLT, Lusande (MW) -- or LONDON, Oct 2 (Reuters) - at the head of the text. */
    private static final Pattern DATELINE = Pattern.compile(
            "^\\s*\\p{Lu}[\\p{L} .'\u2019/,0-9-]{1,60}\\(([^()\\n]{2,40})\\)\\s*(?:--?|\u2013|\u2014|:)");
    /** BRENHOLT — : somebody of the outlet's was in the place. */
    private static final Pattern PLACE = Pattern.compile(
            "^\\s*(\\p{Lu}{2}[\\p{Lu} .'\u2019-]{1,40}(?:, [\\p{L} .]{2,30})?)\\s*(?:--|\u2013|\u2014)\\s");

    private static final Pattern CREDIT =
            Pattern.compile("(?:[Ww]ith|[Aa]dditional) (?:reporting|material|files?) (?:by|from) " + NAME
                    + "|(?m:^)(?:Source|Agency|Via): " + NAME
                    + "|(?:\u00A9|\\(c\\)|[Cc]opyright) (?:\\d{4} )?" + NAME
                    + "|(?m:^)[\u2013\u2014-]+ ?" + NAME + "\\s*$");
    private static final Pattern AGENCIES = Pattern.compile("(?i)\\b(?:news )?agenc(?:y|ies)\\b|\\bwires?\\b");
    private static final Pattern AGENCY = Pattern.compile(
            "\\b(Reuters|AP|Associated Press|AFP|Agence France-Presse|DPA|dpa|EFE|ANSA|PA Media|TASS|Xinhua|Kyodo(?: News)?|UPI|Bloomberg News)\\b");
    private static final Pattern IN_PLACE = Pattern.compile("(?:\\bin|,) (\\p{Lu}\\p{L}+(?:[ -]\\p{Lu}\\p{L}+)*)$");
    private static final Pattern REPORTED_FROM = Pattern.compile("\\breport(?:ed|ing) from \\p{Lu}\\p{L}+");
    private static final Pattern TO_US = Pattern.compile(
            "\\b(?:told|speaking to|an? interview with|confirmed to|received|(?:seen|obtained|reviewed) by) (?:the |this |our )?"
                    + NAME.replaceFirst("^\\(", "(newspaper|magazine|programme|program|") + "|\\b" + NAME
                    + " has (?:seen|obtained|learned|learnt|reviewed)\\b|\\btold us\\b");
    private static final Pattern OURSELVES = Pattern.compile("newspaper|magazine|programme|program");

    /**
     * What the article tells.
     *
     * @param byline may be null
     * @param outlet the name of the outlet that printed it, or null
     */
    static ArticleOrigin of(String text, String byline, String outlet) {
        Optional<String> credited = credited(text, byline);
        boolean itself = credited.isPresent() && outlet != null && OutletName.same(credited.get(), outlet);
        String own = itself ? credited.get() : own(text, byline, outlet).orElse(null);
        return new ArticleOrigin(itself ? null : credited.orElse(null), own, Sketch.of(text));
    }

    private static Optional<String> credited(String text, String byline) {
        Matcher dateline = DATELINE.matcher(text);
        if (dateline.find()) {
            String tag = dateline.group(1).strip();
            return Optional.of(AGENCIES.matcher(tag).matches() ? UNNAMED : tag);
        }
        Matcher credit = CREDIT.matcher(text);
        if (credit.find()) {
            for (int group = 1; group <= credit.groupCount(); group++) {
                if (credit.group(group) != null) {
                    return Optional.of(credit.group(group));
                }
            }
        }
        if (byline != null) {
            Matcher agency = AGENCY.matcher(byline);
            if (agency.find()) {
                return Optional.of(agency.group(1));
            }
            if (AGENCIES.matcher(byline).find()) {
                return Optional.of(UNNAMED);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> own(String text, String byline, String outlet) {
        if (byline != null) {
            Matcher place = IN_PLACE.matcher(byline.strip());
            if (place.find()) {
                return Optional.of(byline.strip());
            }
        }
        for (Pattern pattern : List.of(PLACE, REPORTED_FROM)) {
            Matcher seen = pattern.matcher(text);
            if (seen.find()) {
                return Optional.of(seen.group().strip());
            }
        }
        Matcher told = TO_US.matcher(text);
        while (told.find()) {
            String name = told.group(1) == null ? told.group(2) : told.group(1);
            if (name == null
                    || OURSELVES.matcher(name).matches()
                    || (outlet != null && OutletName.same(name, outlet))) {
                return Optional.of(told.group());
            }
        }
        return Optional.empty();
    }
}
