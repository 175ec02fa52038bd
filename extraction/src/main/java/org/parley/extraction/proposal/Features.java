package org.parley.extraction.proposal;

import java.util.List;
import org.parley.extraction.ExtractedVersion.Order;

/**
 * What a phrase tells of the proposal it names.
 *
 * @param count number of points, or null
 * @param sponsor who is said to be behind it, or null
 * @param owner the pronoun that stands for who is ("its", "her"), or null
 * @param body the common noun for a body that it belongs to ("the commission's"), or null
 * @param order what a word says of its place among the versions, or null
 * @param ordinal 2 for "second", 3 for "third"; 0 without
 * @param definite "the", "this", a possessor
 * @param topic whether a word says what it is about ("peace", "tariff", "draft")
 * @param names proper names among its words, in lower case
 */
record Features(
        Integer count,
        String sponsor,
        String owner,
        String body,
        Order order,
        int ordinal,
        boolean definite,
        boolean topic,
        List<String> names) {

    boolean isNamed() {
        return count != null || sponsor != null || body != null || order != null || topic;
    }

    boolean tellsVersion() {
        return count != null || order != null || ordinal > 0;
    }

    Features with(Integer otherCount) {
        return new Features(otherCount, sponsor, owner, body, order, ordinal, definite, topic, names);
    }

    Features by(String maker) {
        return new Features(count, maker, owner, body, order, ordinal, definite, topic, names);
    }
}
