package org.parley.extraction.attribution;

import java.util.ArrayList;
import java.util.List;

/**
 * One statement, one row: of two cues of one speaker for the same words ("went on to say") the first stays. What is
 * only named within another's words, or told there to be denied, is no row at all.
 */
final class Repeats {

    private static final int WINDOW = 6;

    private Repeats() {}

    static List<Attribution> drop(List<Attribution> found) {
        List<Attribution> kept = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Attribution late = found.get(i);
            boolean twin = false;
            for (int k = Math.max(0, i - WINDOW); k < Math.min(found.size(), i + WINDOW) && !twin; k++) {
                twin = (k < i && isTwin(found.get(k), late)) || (k != i && isWithin(late, found.get(k)));
            }
            if (!twin) {
                kept.add(late);
            }
        }
        return kept;
    }

    /** Within what another says: a saying without clause or quotation there, or anything there that is denied. */
    private static boolean isWithin(Attribution inner, Attribution outer) {
        if (inner.cue == null
                || inner.sentence != outer.sentence
                || outer.content.stream().noneMatch(c -> c.contains(inner.cue))) {
            return false;
        }
        return inner.isBare()
                || outer.type == CueClass.DENY
                || outer.absent
                || isOfRelativeClause(inner)
                || isOwnThought(inner, outer);
    }

    /** "said he hoped it would hold": one statement, of one speaker. */
    private static boolean isOwnThought(Attribution inner, Attribution outer) {
        return inner.type == CueClass.THINK
                && outer.type != CueClass.THINK
                && inner.verb != null
                && inner.verb.head() == outer.verb
                && inner.head != null
                && inner.head.isPronoun();
    }

    /** 'the plan Orr floated "is dead", she said': with what is floated before it, the quotation is not what Orr floated. */
    private static boolean isOfRelativeClause(Attribution inner) {
        return inner.type == CueClass.PROPOSE
                && inner.verb != null
                && inner.verb.kids("nsubj", "nsubjpass").size() > 1;
    }

    private static boolean isTwin(Attribution early, Attribution late) {
        boolean sameHead = early.head == late.head || early.head == null || late.head == null;
        return sameHead && early.shared(late) > 0.9 * late.size() && early.size() < 1.3 * late.size();
    }
}
