package org.parley.events.statement;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.parley.kit.problem.ProblemException;

/** A bound in time that may be given as a day or as a moment. */
final class Moment {

    private static final int DAY = "2025-11-27".length();

    private Moment() {}

    /** The first moment that is in. */
    static Instant from(String field, String text) {
        return parsed(field, text, 0);
    }

    /** The first moment that is out again: a day given as the end is in. */
    static Instant to(String field, String text) {
        return parsed(field, text, 1);
    }

    private static Instant parsed(String field, String text, int daysLater) {
        try {
            return text.length() == DAY
                    ? LocalDate.parse(text).plusDays(daysLater).atStartOfDay().toInstant(ZoneOffset.UTC)
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw ProblemException.badInput(
                    field, "has to be a day such as 2025-11-27 or a time such as 2025-11-27T09:30:00Z");
        }
    }
}
