package org.parley.launcher.evaluate;

/** How often statements of each level of confidence have content and speaker right. */
final class Levels {

    /** The lowest level takes in all below it. */
    static final int LOWEST = 5;

    static final int HIGHEST = 9;

    private Levels() {}

    static void count(Counts counts, Details found, boolean right) {
        if (found.confidence() != null) {
            // in hundredths, as 0.9 is a little less than nine tenths
            int level = (int) Math.max(LOWEST, Math.min(HIGHEST, Math.round(100 * found.confidence()) / 10));
            counts.add("level." + level + ".n", 1);
            counts.add("level." + level + ".ok", right ? 1 : 0);
        }
    }
}
