package org.parley.extraction;

import java.time.LocalDate;

/**
 * When something was said. Never the article's date.
 *
 * @param date first day it can have been, or null when the words give none ("days earlier")
 * @param latest last day it can have been; equal to {@code date} when the day is known; null when {@code date} is
 * @param precision how exactly the words tell, null when {@code date} is
 * @param basis what it rests on; {@link Basis#UNKNOWN} when the text does not say
 * @param span the words that tell, or null
 */
public record StatedOn(LocalDate date, LocalDate latest, Precision precision, Basis basis, Span span) {

    public static final StatedOn UNKNOWN = new StatedOn(null, null, null, Basis.UNKNOWN, null);

    public enum Precision {
        DAY,
        WEEK,
        MONTH,
        YEAR
    }
}
