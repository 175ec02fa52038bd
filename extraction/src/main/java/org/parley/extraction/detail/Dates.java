package org.parley.extraction.detail;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.extraction.Basis;
import org.parley.extraction.Span;
import org.parley.extraction.StatedOn;

/** Finds the words of a sentence that tell when, and counts them from the article's date. */
public final class Dates {

    private static final String MONTH =
            "(Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)";
    private static final String WEEKDAY = "(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)";
    private static final String PART = "(?: (?:morning|afternoon|evening|night))?";

    private static final Pattern MONTH_DAY = Pattern.compile(
            "(?:\\b[Oo]n )?(?:" + WEEKDAY + ",? )?\\b" + MONTH + " (\\d{1,2})(?:st|nd|rd|th)?\\b(?:,? (\\d{4})\\b)?");
    private static final Pattern DAY_MONTH = Pattern.compile("(?:\\b[Oo]n )?(?:" + WEEKDAY
            + ",? )?(?:the )?\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? " + MONTH + "(?:\\b|(?<=\\.))(?:,? (\\d{4})\\b)?");
    private static final Pattern WEEKDAY_ALONE = Pattern.compile("(?:\\b[Oo]n |\\b(last|next|this|late|early) )?\\b"
            + WEEKDAY + "\\b" + PART + "(?:(?: of)? (last week)\\b)?");
    private static final Pattern NUMBER_AGO = Pattern.compile(
            "\\b(a|an|one|two|three|four|five|six|seven|eight|nine|ten|\\d{1,2}) (day|week|month|year)s? (ago|earlier|before|later)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WORD = Pattern.compile(
            "\\b(today|yesterday|last night|this morning|this afternoon|this evening|tonight|this week|last week|earlier this week|this month|last month|earlier this month|this year|last year|earlier this year)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OPEN = Pattern.compile(
            "\\b((?:days|weeks|months|years) (?:earlier|ago|later)|recently|previously|(?:an hour|hours) (?:later|earlier|before)|the same (?:day|evening|morning|afternoon)|the (?:next|following) (?:day|morning)|the (?:previous day|day before)|the day after)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_MONTH =
            Pattern.compile("\\b[Ii]n (?:early |late |mid-)?" + MONTH + "(?: (\\d{4}))?\\b(?! \\d)");

    /** One of these stands in every expression: most sentences are passed over by it. */
    private static final Pattern SIGN = Pattern.compile(
            "day\\b|[Tt]onight|[Tt]his (?:morning|afternoon|evening|week|month|year)|[Ll]ast (?:night|week|month|year)|\\b(?:ago|earlier|before|later|recently|previously)\\b"
                    + "|\\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)",
            Pattern.CASE_INSENSITIVE);

    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("a", 1),
            Map.entry("an", 1),
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10));

    private final Calendar calendar;

    Dates(Calendar calendar) {
        this.calendar = calendar;
    }

    /** Counted from an article's day, which may be null. */
    public static Dates from(LocalDate published) {
        return new Dates(new Calendar(published, null));
    }

    /** The expressions in a stretch of text, in order, none within another. */
    public List<DateExpression> in(String text, Span within) {
        String words = text.substring(within.start(), Math.min(within.end(), within.start() + 4_000));
        if (!SIGN.matcher(words).find()) {
            return List.of();
        }
        List<DateExpression> found = new ArrayList<>();
        int base = within.start();
        for (Matcher m = MONTH_DAY.matcher(words); m.find(); ) {
            add(found, full(span(base, m), Calendar.month(m.group(2)), Integer.parseInt(m.group(3)), m.group(4)));
        }
        for (Matcher m = DAY_MONTH.matcher(words); m.find(); ) {
            add(found, full(span(base, m), Calendar.month(m.group(3)), Integer.parseInt(m.group(2)), m.group(4)));
        }
        for (Matcher m = WEEKDAY_ALONE.matcher(words); m.find(); ) {
            add(found, weekday(span(base, m), m.group(1), m.group(2), m.group(3)));
        }
        for (Matcher m = NUMBER_AGO.matcher(words); m.find(); ) {
            add(found, ago(span(base, m), m.group(1), m.group(2), m.group(3)));
        }
        for (Matcher m = WORD.matcher(words); m.find(); ) {
            boolean name = Character.isUpperCase(m.group().charAt(0))
                    && m.start() > 0
                    && words.charAt(m.start() - 1) == ' '
                    && m.start() > 1
                    && Character.isLetter(words.charAt(m.start() - 2));
            if (name) {
                continue; // "Elm Today" is a newspaper
            }
            add(found, word(span(base, m), m.group(1).toLowerCase(java.util.Locale.ROOT)));
        }
        for (Matcher m = OPEN.matcher(words); m.find(); ) {
            add(found, sameDays(span(base, m), m.group()));
        }
        for (Matcher m = IN_MONTH.matcher(words); m.find(); ) {
            add(found, month(span(base, m), Calendar.month(m.group(1)), m.group(2)));
        }
        found.sort((a, b) -> a.span().compareTo(b.span()));
        return found;
    }

    private static Span span(int base, Matcher m) {
        return new Span(base + m.start(), base + m.end());
    }

    private static void add(List<DateExpression> found, DateExpression one) {
        if (one != null && found.stream().noneMatch(f -> f.span().overlaps(one.span()))) {
            found.add(one);
        }
    }

    private DateExpression full(Span span, int month, int day, String year) {
        if (year != null) {
            LocalDate date = Calendar.day(Integer.parseInt(year), month, day);
            return date == null ? null : DateExpression.day(span, date, Basis.EXPLICIT);
        }
        LocalDate date = calendar.inferred(month, day);
        return date == null
                ? new DateExpression(span, null, null, null, Basis.YEAR_INFERRED)
                : DateExpression.day(span, date, Basis.YEAR_INFERRED);
    }

    private DateExpression weekday(Span span, String which, String weekday, String week) {
        if ("next".equals(which)) {
            return null;
        }
        if (week != null && calendar.published() != null) {
            DayOfWeek name = DayOfWeek.valueOf(weekday.toUpperCase(java.util.Locale.ROOT));
            LocalDate monday =
                    calendar.published().minusWeeks(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            return DateExpression.day(span, monday.with(TemporalAdjusters.nextOrSame(name)), Basis.RELATIVE);
        }
        LocalDate day = calendar.last(weekday);
        return day == null ? DateExpression.open(span) : DateExpression.day(span, day, Basis.RELATIVE);
    }

    private DateExpression ago(Span span, String number, String unit, String direction) {
        String lower = number.toLowerCase(java.util.Locale.ROOT);
        int n = NUMBERS.containsKey(lower) ? NUMBERS.get(lower) : Integer.parseInt(lower);
        if (calendar.published() == null || !direction.equalsIgnoreCase("ago")) {
            return DateExpression.counted(span, offset(n, unit, direction));
        }
        LocalDate from = calendar.published();
        return switch (unit.toLowerCase(java.util.Locale.ROOT)) {
            case "day" -> DateExpression.day(span, from.minusDays(n), Basis.RELATIVE);
            case "week" -> week(span, from.minusWeeks(n));
            case "month" -> months(span, from.minusMonths(n));
            default -> year(span, from.minusYears(n));
        };
    }

    /** From the day told before, for what is exact enough to be a day. */
    private static Period offset(int n, String unit, String direction) {
        int sign = direction.equalsIgnoreCase("later") ? 1 : -1;
        return switch (unit.toLowerCase(java.util.Locale.ROOT)) {
            case "day" -> Period.ofDays(sign * n);
            case "week" -> Period.ofWeeks(sign * n);
            default -> null;
        };
    }

    private static DateExpression sameDays(Span span, String words) {
        String lower = words.toLowerCase(java.util.Locale.ROOT);
        if (lower.startsWith("the same") || lower.contains("hour")) {
            return DateExpression.counted(span, Period.ZERO);
        }
        if (lower.startsWith("the next") || lower.startsWith("the following") || lower.equals("the day after")) {
            return DateExpression.counted(span, Period.ofDays(1));
        }
        return DateExpression.counted(span, lower.startsWith("the ") ? Period.ofDays(-1) : null);
    }

    private DateExpression word(Span span, String word) {
        LocalDate from = calendar.published();
        if (from == null) {
            return DateExpression.open(span);
        }
        return switch (word) {
            case "yesterday", "last night" -> DateExpression.day(span, from.minusDays(1), Basis.RELATIVE);
            case "this week", "earlier this week" -> week(span, from);
            case "last week" -> week(span, from.minusWeeks(1));
            case "this month", "earlier this month" -> months(span, from);
            case "last month" -> months(span, from.minusMonths(1));
            case "this year", "earlier this year" -> year(span, from);
            case "last year" -> year(span, from.minusYears(1));
            default -> DateExpression.day(span, from, Basis.RELATIVE);
        };
    }

    private DateExpression month(Span span, int month, String year) {
        if (year != null) {
            return monthOf(span, LocalDate.of(Integer.parseInt(year), month, 1), Basis.EXPLICIT);
        }
        LocalDate day = calendar.inferred(month, 1);
        return day == null ? DateExpression.open(span) : monthOf(span, day, Basis.YEAR_INFERRED);
    }

    private static DateExpression week(Span span, LocalDate day) {
        LocalDate monday = day.minusDays(day.getDayOfWeek().getValue() - 1L);
        return new DateExpression(span, monday, monday.plusDays(6), StatedOn.Precision.WEEK, Basis.RELATIVE);
    }

    private static DateExpression months(Span span, LocalDate day) {
        return monthOf(span, day, Basis.RELATIVE);
    }

    private static DateExpression monthOf(Span span, LocalDate day, Basis basis) {
        return new DateExpression(
                span,
                day.withDayOfMonth(1),
                day.with(TemporalAdjusters.lastDayOfMonth()),
                StatedOn.Precision.MONTH,
                basis);
    }

    private static DateExpression year(Span span, LocalDate day) {
        return new DateExpression(
                span,
                day.withDayOfYear(1),
                day.with(TemporalAdjusters.lastDayOfYear()),
                StatedOn.Precision.YEAR,
                Basis.RELATIVE);
    }
}
