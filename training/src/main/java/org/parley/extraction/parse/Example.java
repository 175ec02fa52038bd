package org.parley.extraction.parse;

import java.util.List;

/**
 * A sentence to learn from or to measure on; arrays count tokens from 0.
 *
 * @param tags Penn tags
 * @param heads 1-based, 0 for the root
 * @param relations ClearNLP's
 * @param labels of names, or null where the source has none
 */
public record Example(List<String> forms, String[] tags, int[] heads, String[] relations, String[] labels) {

    public int size() {
        return forms.size();
    }
}
