package org.parley.sources.article;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.parley.extraction.text.Region;

/** What a reader of an article should know before trusting it. */
final class ArticleFlags {

    private static final Pattern MACHINE = Pattern.compile(
            "\\bA\\.?I\\b|\\b(?i:artificial intelligence|(machine|computer|automatically)[- ]generated|chatbot|language model)\\b");

    private static final Pattern CORRECTED =
            Pattern.compile("(?im)^\\W{0,3}(?:correction|clarification)s?\\b[^\\n]{0,40}[:\u2013\u2014-]"
                    + "|\\b(?:this|the) (?:article|story|report|version) (?:has been|was) (?:corrected|amended|updated to correct)"
                    + "|\\ban earlier version of this (?:article|story|report)\\b");

    /** A word of every text that {@link #CORRECTED} finds begins with one of these; looking for them is a hundred times quicker. */
    private static final List<String> CORRECTED_HINTS =
            List.of("correct", "clarification", "amended", "earlier version");

    static final String WIRE_COPY = "WIRE_COPY";

    private ArticleFlags() {}

    /** @param wasCopy whether it was known as wire copy: it stays so until its new text is compared */
    static List<String> of(ArticleDraft draft, Instant published, boolean hasOutlet, String language, boolean wasCopy) {
        List<String> flags = new ArrayList<>();
        if (wasCopy) {
            flags.add(WIRE_COPY);
        }
        if (saysCorrected(draft.text())) {
            flags.add("CORRECTED");
        }
        if (draft.regions().stream().anyMatch(region -> saysMachine(region, draft.text()))) {
            flags.add("AI_DISCLAIMER");
        }
        if (published == null) {
            flags.add("NO_DATE");
        }
        if (!hasOutlet) {
            flags.add("NO_OUTLET");
        }
        String primary = Locale.forLanguageTag(language).getLanguage();
        if (!primary.isEmpty() && !primary.equals("en") && !primary.equals("und")) {
            flags.add("OTHER_LANGUAGE");
        }
        return List.copyOf(flags);
    }

    private static boolean saysCorrected(String text) {
        return hasHint(text.toCharArray(), text) && CORRECTED.matcher(text).find();
    }

    /** Each hint is looked for where a word begins with its first two letters. */
    private static boolean hasHint(char[] chars, String text) {
        char before = ' ';
        for (int i = 0; i + 1 < chars.length; i++) {
            char c = (char) (chars[i] | 0x20);
            if ((c == 'c' || c == 'a' || c == 'e') && (before < 'a' || before > 'z')) {
                char second = (char) (chars[i + 1] | 0x20);
                for (String hint : CORRECTED_HINTS) {
                    if (hint.charAt(0) == c
                            && hint.charAt(1) == second
                            && text.regionMatches(true, i, hint, 0, hint.length())) {
                        return true;
                    }
                }
            }
            before = c;
        }
        return false;
    }

    private static boolean saysMachine(Region region, String text) {
        return region.kind() == Region.Kind.DISCLAIMER
                && MACHINE.matcher(text).region(region.start(), region.end()).find();
    }
}
