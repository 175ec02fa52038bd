package org.parley.extraction.proposal;

/**
 * What a phrase tells of the proposal it names.
 *
 * @param count number of points, or null
 * @param sponsor who is said to be behind it, or null
 * @param version "first" or "later", or null
 * @param definite "the", "this", a possessor
 * @param topic whether a word says what it is about ("peace", "tariff", "draft")
 */
record Features(Integer count, String sponsor, String version, boolean definite, boolean topic) {

    boolean names() {
        return count != null || sponsor != null || version != null || topic;
    }
}
