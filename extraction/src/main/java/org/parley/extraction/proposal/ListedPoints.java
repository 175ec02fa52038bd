package org.parley.extraction.proposal;

import java.util.List;
import java.util.regex.Pattern;
import org.parley.extraction.Span;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.syntax.Article;
import org.parley.extraction.text.Region;

/** Points that are printed as a list, behind a colon or under a heading that says what they are. */
final class ListedPoints {

    /** A heading over a list of what somebody wants or a text holds. */
    private static final Pattern HEADING = Pattern.compile(
            "(?i)\\b(?:what [^?]{1,40} wants?|wants?|demands?|conditions|terms|key points|main points|what is in|what[\u2019']s in|what it says|at a glance|in brief)\\b");

    private final Article article;
    private final ToldPoints told;
    private int next;

    ListedPoints(Article article, ToldPoints told) {
        this.article = article;
        this.told = told;
    }

    /** A list behind a colon. */
    void list(ParsedSentence sentence, Slot slot) {
        if (!article.text(sentence.span()).stripTrailing().endsWith(":")) {
            return;
        }
        items(sentence.span().end(), slot);
    }

    /** The items of the list that begins here. */
    private void items(int from, Slot slot) {
        int at = from;
        for (Region region : article.regions()) {
            if (region.start() < at - 1) {
                continue;
            }
            if (region.kind() != Region.Kind.LIST || region.start() - at > 4) {
                return;
            }
            String item = article.text().substring(region.start(), region.end());
            int lead = item.length()
                    - item.replaceFirst("^[\\s\\p{Pd}\u2022*\u25cf\u00b7]+|^\\d+[.)]\\s+", "")
                            .length();
            int end = item.stripTrailing().length();
            if (end > lead) {
                told.add(slot, new Span(region.start() + lead, region.start() + end), null, 0.85);
            }
            at = region.end();
        }
    }

    /** A list under a heading that says what it is of: the proposal spoken of last before it. */
    void headed(ParsedSentence sentence, Slot slot) {
        if (slot == null) {
            return;
        }
        List<Region> regions = article.regions();
        while (next < regions.size()
                && regions.get(next).start() < sentence.span().end() - 1) {
            next++; // sentences come in order
        }
        Region region = next < regions.size() ? regions.get(next) : null;
        if (region != null
                && region.kind() == Region.Kind.HEADLINE
                && HEADING.matcher(article.text().substring(region.start(), region.end()))
                        .find()) {
            items(region.end(), slot);
        }
    }
}
