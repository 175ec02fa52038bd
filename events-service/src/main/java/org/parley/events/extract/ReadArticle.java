package org.parley.events.extract;

import java.util.Map;
import org.parley.events.receipt.SpanMap;
import org.parley.extraction.Extraction;

/**
 * An article version that was read: all that storing it takes, so that nothing is computed or fetched while the lock of
 * resolving is held.
 *
 * @param maps from each version read before to the text of this one
 * @param toNewest from this text to that of the newest version, where this one is older; else null
 */
record ReadArticle(
        WorkItem item,
        ArticleInHand article,
        String text,
        String extractor,
        Extraction found,
        Map<Integer, SpanMap> maps,
        SpanMap toNewest) {

    /** Whether nothing was ever read of this article. */
    boolean isFirst() {
        return article.versionsRead().isEmpty();
    }
}
