package org.parley.extraction.text;

/**
 * A word, number or mark.
 *
 * @param start first character, in UTF-16 code units of the text as given
 * @param end one past the last character
 * @param form the characters between them, unchanged
 */
public record Token(int start, int end, String form) {}
