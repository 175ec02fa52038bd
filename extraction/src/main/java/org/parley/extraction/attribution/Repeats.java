package org.parley.extraction.attribution;

import java.util.ArrayList;
import java.util.List;

/** One statement, one row: of two cues of one speaker for the same words ("went on to say") the first stays. */
final class Repeats {

    private static final int WINDOW = 6;

    private Repeats() {}

    static List<Attribution> drop(List<Attribution> found) {
        List<Attribution> kept = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Attribution late = found.get(i);
            boolean twin = false;
            for (int k = Math.max(0, i - WINDOW); k < i && !twin; k++) {
                twin = isTwin(found.get(k), late);
            }
            if (!twin) {
                kept.add(late);
            }
        }
        return kept;
    }

    private static boolean isTwin(Attribution early, Attribution late) {
        boolean sameHead = early.head == late.head || early.head == null || late.head == null;
        return sameHead && early.shared(late) > 0.9 * late.size() && early.size() < 1.3 * late.size();
    }
}
