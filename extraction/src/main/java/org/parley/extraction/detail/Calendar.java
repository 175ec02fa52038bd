package org.parley.extraction.detail;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Map;

/** Counts days from an article's date. Without one, what is relative stays without a value. */
final class Calendar {

    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("jan", 1),
            Map.entry("feb", 2),
            Map.entry("mar", 3),
            Map.entry("apr", 4),
            Map.entry("may", 5),
            Map.entry("jun", 6),
            Map.entry("jul", 7),
            Map.entry("aug", 8),
            Map.entry("sep", 9),
            Map.entry("oct", 10),
            Map.entry("nov", 11),
            Map.entry("dec", 12));

    private static final int SOON = 60;

    private final LocalDate published;
    private final Integer yearInText;

    /**
     * @param published the article's day, or null
     * @param yearInText a year the text names beside a day, or null: stands in where the article has no date
     */
    Calendar(LocalDate published, Integer yearInText) {
        this.published = published;
        this.yearInText = yearInText;
    }

    LocalDate published() {
        return published;
    }

    static int month(String word) {
        return MONTHS.get(word.substring(0, 3).toLowerCase(Locale.ROOT));
    }

    static LocalDate day(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null; // "February 30": no day at all
        }
    }

    /** A day without a year: the last such day, or one soon to come; null when nothing tells the year. */
    LocalDate inferred(int month, int day) {
        if (published == null) {
            return yearInText == null ? null : day(yearInText, month, day);
        }
        LocalDate same = day(published.getYear(), month, day);
        if (same != null && same.isAfter(published.plusDays(SOON))) {
            return day(published.getYear() - 1, month, day);
        }
        if (same != null && same.isBefore(published.minusDays(365 - SOON))) {
            return day(published.getYear() + 1, month, day);
        }
        return same;
    }

    /** The last such weekday, today included. */
    LocalDate last(String weekday) {
        if (published == null) {
            return null;
        }
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().equalsIgnoreCase(weekday)) {
                return published.with(TemporalAdjusters.previousOrSame(day));
            }
        }
        return null;
    }

    LocalDate daysAgo(int days) {
        return published == null ? null : published.minusDays(days);
    }
}
