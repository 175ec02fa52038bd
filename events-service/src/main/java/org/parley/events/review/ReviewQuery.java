package org.parley.events.review;

import java.util.List;
import java.util.UUID;
import org.parley.events.doubt.Doubts;
import org.parley.kit.page.Paging;

/** {@code POST /v1/review/query} and, with {@code subject}, {@code POST /v1/review/decisions/query}. */
record ReviewQuery(Filter filter, Integer first, Integer last, String after, String before, Boolean count) {

    /**
     * Which ones.
     *
     * @param state without it, what is open
     * @param subject decisions about one of these
     */
    record Filter(List<Doubts.Kind> kind, List<ReviewItemView.State> state, List<UUID> subject) {}

    Paging paging() {
        return Paging.of(first, last, after, before, count);
    }
}
