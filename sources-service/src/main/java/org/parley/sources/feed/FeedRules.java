package org.parley.sources.feed;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.parley.sources.feed.FeedContent.Item;
import org.parley.sources.page.PageText;

/** Which entries of a feed are wanted: words that have to stand in a title, summary or category, and words that must not. */
final class FeedRules {

    private FeedRules() {}

    /** Why the entry is not wanted; null if it is. */
    static String refusal(Item item, List<String> include, List<String> exclude) {
        if (include.isEmpty() && exclude.isEmpty()) {
            return null;
        }
        String said = lower(PageText.ofHtml(String.join(
                "\n",
                Optional.ofNullable(item.title()).orElse(""),
                Optional.ofNullable(item.description()).orElse(""),
                String.join("\n", item.categories()))));
        for (String word : exclude) {
            if (said.contains(lower(word))) {
                return "left out by the rule \"" + word + "\"";
            }
        }
        boolean wanted = include.isEmpty() || include.stream().anyMatch(word -> said.contains(lower(word)));
        return wanted ? null : "none of the words to include stands in it";
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
