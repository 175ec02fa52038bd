package org.parley.gateway.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.parley.kit.problem.ProblemException;

/** Pages of a list that a row carries along whole. */
public final class ListPages {

    private ListPages() {}

    /** The part of {@code all} that is asked for; the cursor of a row is its place. */
    public static <T> Page<T> of(List<T> all, Paging paging) {
        int from = paging.after() == null ? 0 : place(paging.after()) + 1;
        int to = Math.min(all.size(), from + paging.first());
        List<Page.Item<T>> items = new ArrayList<>();
        for (int i = from; i < to; i++) {
            String cursor = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(Integer.toString(i).getBytes(UTF_8));
            items.add(new Page.Item<>(cursor, all.get(i)));
        }
        return new Page<>(items, to < all.size(), from > 0, all.size());
    }

    private static int place(String cursor) {
        try {
            int place = Integer.parseInt(new String(Base64.getUrlDecoder().decode(cursor), UTF_8));
            if (place >= 0 && place < Integer.MAX_VALUE) {
                return place;
            }
        } catch (IllegalArgumentException e) {
            throw bad();
        }
        throw bad();
    }

    private static ProblemException bad() {
        return ProblemException.badInput("after", "is no cursor of this list");
    }
}
