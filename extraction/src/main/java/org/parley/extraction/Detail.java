package org.parley.extraction;

/**
 * One circumstance of a statement. What the text does not say is no detail at all.
 *
 * @param value as printed, white space normalised
 * @param span where it stands
 * @param basis how it belongs to the statement
 */
public record Detail(String value, Span span, Basis basis) {}
