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

    private ArticleFlags() {}

    static List<String> of(ArticleDraft draft, Instant published, boolean hasOutlet, String language) {
        List<String> flags = new ArrayList<>();
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

    private static boolean saysMachine(Region region, String text) {
        return region.kind() == Region.Kind.DISCLAIMER
                && MACHINE.matcher(text).region(region.start(), region.end()).find();
    }
}
