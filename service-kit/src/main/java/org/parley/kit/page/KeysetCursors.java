package org.parley.kit.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.parley.kit.problem.ProblemException;

/** Cursors of lists: the values a row is sorted by, bound to the order they belong to. */
@ApplicationScoped
public class KeysetCursors {

    private static final String SEPARATOR = "\u001f";
    private static final String NULL = "\u0000";

    private final CursorSeal seal;

    KeysetCursors(CursorSeal seal) {
        this.seal = seal;
    }

    /**
     * The cursor of a row.
     *
     * @param order names the order and its version, such as {@code articles-by-published-1}
     * @param keys the values the row is sorted by, in order; null where it has none
     */
    public String encode(String order, Object... keys) {
        List<String> texts = new ArrayList<>(keys.length);
        for (Object key : keys) {
            texts.add(key == null ? NULL : key.toString());
        }
        return seal.seal(order, String.join(SEPARATOR, texts).getBytes(UTF_8));
    }

    /**
     * The values that {@link #encode} was given, as text.
     *
     * @param field the parameter the cursor came in, for the error
     * @throws ProblemException BAD_USER_INPUT if it is no cursor of this order
     */
    public List<String> decode(String order, String cursor, String field) {
        byte[] content = seal.open(order, cursor)
                .orElseThrow(() -> ProblemException.badInput(
                        field, "is not a cursor of this list: pass one that this list gave, unchanged"));
        List<String> keys = new ArrayList<>();
        for (String text : new String(content, UTF_8).split(SEPARATOR, -1)) {
            keys.add(text.equals(NULL) ? null : text);
        }
        return keys;
    }
}
