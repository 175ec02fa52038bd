package org.parley.extraction.detail;

import java.time.LocalDate;
import java.time.Period;
import org.parley.extraction.Basis;
import org.parley.extraction.Span;
import org.parley.extraction.StatedOn;

/**
 * Words that tell a day, week, month or year.
 *
 * @param span where they stand
 * @param date first day meant, or null when they give none
 * @param latest last day meant, or null
 * @param precision how exactly, or null without a date
 * @param basis explicit, year inferred, or relative
 * @param offset how far from the day told before, for "a week earlier"; or null
 */
public record DateExpression(
        Span span, LocalDate date, LocalDate latest, StatedOn.Precision precision, Basis basis, Period offset) {

    DateExpression(Span span, LocalDate date, LocalDate latest, StatedOn.Precision precision, Basis basis) {
        this(span, date, latest, precision, basis, null);
    }

    static DateExpression day(Span span, LocalDate day, Basis basis) {
        return new DateExpression(span, day, day, StatedOn.Precision.DAY, basis);
    }

    static DateExpression open(Span span) {
        return counted(span, null);
    }

    /** From a day that another sentence tells. */
    static DateExpression counted(Span span, Period offset) {
        return new DateExpression(span, null, null, null, Basis.RELATIVE, offset);
    }

    StatedOn statedOn(Basis as) {
        return new StatedOn(date, latest, precision, as, span);
    }
}
