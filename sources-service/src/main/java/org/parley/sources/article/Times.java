package org.parley.sources.article;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.IllformedLocaleException;
import java.util.Locale;
import org.parley.kit.problem.ProblemException;

/** Reads the members that have a form of their own. */
final class Times {

    private Times() {}

    /** A time with its offset, or a date, which stands for its first moment in UTC; null for null or blank. */
    static Instant read(String field, String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        Characters.check(field, value);
        String text = value.strip();
        try {
            Instant time = text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
            int year = time.atOffset(ZoneOffset.UTC).getYear();
            if (year < 1600 || year > 2200) {
                throw ProblemException.badInput(field, "is in the year " + year + ", which cannot be meant");
            }
            // PostgreSQL keeps microseconds.
            return time.truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            throw ProblemException.badInput(
                    field,
                    "has to be a time with its offset such as 2025-11-27T09:30:00Z, or a date such as 2025-11-27");
        }
    }

    /** The tag in its usual capitals. */
    static String languageTag(String tag) {
        try {
            String known = new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
            return known.isEmpty() ? "und" : known;
        } catch (IllformedLocaleException e) {
            throw ProblemException.badInput("language", "has to be a BCP 47 tag such as en or pt-BR");
        }
    }
}
