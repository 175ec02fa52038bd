package org.parley.extraction.parse;

/**
 * How much is learned.
 *
 * @param seeds models trained with different random orders, whose weights are averaged
 * @param tagPasses passes over the lessons; likewise the others
 * @param goldCopies how often the manual trees are put among the teacher's
 */
public record Recipe(int seeds, int tagPasses, int treePasses, int namePasses, int goldCopies) {

    static final int TAG_BITS = Integer.getInteger("tagBits", 18);
    static final int MOVE_BITS = Integer.getInteger("moveBits", 21);
    static final int LABEL_BITS = Integer.getInteger("labelBits", 18);
    static final int NAME_BITS = Integer.getInteger("nameBits", 20);
}
