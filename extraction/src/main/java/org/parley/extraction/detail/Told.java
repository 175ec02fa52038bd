package org.parley.extraction.detail;

/**
 * What the text told of a saying, or of a scene in which somebody speaks.
 *
 * @param at where in the text
 * @param loose whether the deed itself is no speaking ("she signed it on Monday"): then it holds for its paragraph only
 * @param circumstances what it told
 */
record Told(int at, boolean loose, Circumstances circumstances) {}
