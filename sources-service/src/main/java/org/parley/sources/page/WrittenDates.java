package org.parley.sources.page;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads dates as feeds and pages write them. A time without a zone is taken for UTC; a date for its first moment. */
public final class WrittenDates {

    private static final Pattern WEEKDAY = Pattern.compile("(?i)^(mon|tue|wed|thu|fri|sat|sun)\\p{L}*\\.?,?\\s+");
    private static final Map<String, String> ZONES = Map.of(
            "EST", "-0500", "EDT", "-0400", "CST", "-0600", "CDT", "-0500", "MST", "-0700", "MDT", "-0600", "PST",
            "-0800", "PDT", "-0700", "BST", "+0100", "CET", "+0100");
    private static final List<DateTimeFormatter> FORMS = List.of(
            form("d MMM yyyy H:mm[:ss] [Z][z][XXX]"),
            form("d MMMM yyyy H:mm[:ss] [Z][z][XXX]"),
            form("d MMM yyyy H:mm[:ss]"),
            form("d MMM yy H:mm[:ss] [Z][z][XXX]"),
            form("MMM d yyyy H:mm[:ss] [Z][z][XXX]"),
            form("yyyy-M-d['T'][ ]H:mm[:ss][.SSS][.SS][.S][ ][XXX][Z][X]"),
            form("yyyyMMdd'T'HHmmss[XXX][X]"),
            form("d MMM yyyy"),
            form("MMMM d yyyy[ H:mm[:ss]]"),
            form("MMM d yyyy"),
            form("yyyy-M-d"),
            form("yyyy/M/d[ H:mm[:ss]]"));

    private WrittenDates() {}

    /** Null for null and for what is no date. */
    public static Instant read(String text) {
        if (text == null || text.isBlank() || text.length() > 80) {
            return null;
        }
        String written = text.strip();
        try {
            return sane(OffsetDateTime.parse(written).toInstant());
        } catch (DateTimeException e) {
            return loose(WEEKDAY.matcher(written)
                    .replaceFirst("")
                    .replace(",", " ")
                    .replaceAll("\\s+", " ")
                    .replace("Sept ", "Sep "));
        }
    }

    private static Instant loose(String text) {
        String zone = text.substring(text.lastIndexOf(' ') + 1);
        String plain = ZONES.containsKey(zone) ? text.substring(0, text.length() - 3) + ZONES.get(zone) : text;
        for (DateTimeFormatter form : FORMS) {
            ParsePosition at = new ParsePosition(0);
            // Tried first without an exception for each form that does not fit, which most do not.
            if (form.parseUnresolved(plain, at) != null && at.getIndex() == plain.length()) {
                return read(form, plain);
            }
        }
        return null;
    }

    private static Instant read(DateTimeFormatter form, String text) {
        try {
            return sane(instant(form.parseBest(
                    text, ZonedDateTime::from, OffsetDateTime::from, LocalDateTime::from, LocalDate::from)));
        } catch (DateTimeException e) {
            // The form fits, but there is no such day.
            return null;
        }
    }

    private static Instant instant(TemporalAccessor time) {
        if (time instanceof ZonedDateTime zoned) {
            return zoned.toInstant();
        }
        if (time instanceof LocalDateTime local) {
            return local.toInstant(ZoneOffset.UTC);
        }
        return time instanceof LocalDate date
                ? date.atStartOfDay(ZoneId.of("UTC")).toInstant()
                : Instant.from(time);
    }

    private static Instant sane(Instant time) {
        int year = time.atOffset(ZoneOffset.UTC).getYear();
        return year < 1900 || year > 2200 ? null : time;
    }

    private static DateTimeFormatter form(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH);
    }
}
