package org.parley.extraction.proposal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much of something a text gives, in words that tell both: money, shares, people under arms or held, goods, spans of time.
 *
 * @param unit of what, in one form for all its spellings
 * @param words as printed
 * @param exact whether no "about" or "more than" stands in front
 * @param start where in the text
 */
public record Amount(BigDecimal value, String unit, String words, boolean exact, int start) {

    private static final List<String> SMALL =
            List.of("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    private static final Map<String, Integer> ZEROS =
            Map.of("hundred", 2, "thousand", 3, "million", 6, "billion", 9, "trillion", 12);

    private static final Map<String, String> CURRENCIES = Map.of("$", "dollar", "€", "euro", "£", "pound");

    private static final Pattern AMOUNT = Pattern.compile(
            "(?<round>\\b(?:about|around|almost|nearly|over|under|roughly|some|least|most|than|to|or)\\s+)?(?<sign>[$€£])?"
                    + "(?<![\\p{N}.,-])(?<number>\\p{N}+(?:,\\p{N}{3})*(?:\\.\\p{N}+)?|\\b(?:" + String.join("|", SMALL)
                    + "))(?:[ -](?<zeros>hundred|thousand|million|billion|trillion))?"
                    + "(?:[ -]?(?<unit>%|(?:per ?cent|(?:metric )?tonn?es?|tons?|dollars?|euros?|pounds?|days?|weeks?|months?|years?"
                    + "|troops|soldiers|fighters|prisoners|hostages|detainees|ships|vessels|kilomet(?:er|re)s?|miles?|barrels?)\\b))?"
                    + "(?![\\p{N}-])",
            Pattern.CASE_INSENSITIVE);

    /** The amounts in a text, in their order. */
    public static List<Amount> of(String text) {
        List<Amount> amounts = new ArrayList<>();
        Matcher matcher = AMOUNT.matcher(text);
        while (matcher.find()) {
            String unit = unit(matcher);
            if (unit != null) {
                amounts.add(new Amount(
                        value(matcher),
                        unit,
                        matcher.group().strip(),
                        matcher.group("round") == null,
                        matcher.start()));
            }
        }
        return amounts;
    }

    /** By units, where a text gives one amount of the unit, exactly, and no other. */
    public static Map<String, Amount> byUnit(String text) {
        Map<String, Amount> single = new HashMap<>();
        Set<String> unsure = new HashSet<>();
        for (Amount amount : of(text)) {
            Amount before = single.putIfAbsent(amount.unit(), amount);
            if (!amount.exact() || before != null && before.value().compareTo(amount.value()) != 0) {
                unsure.add(amount.unit());
            }
        }
        single.keySet().removeAll(unsure);
        return single;
    }

    /** Whether no rounding makes them one. */
    public boolean differs(Amount other) {
        BigDecimal more = value.max(other.value);
        BigDecimal apart = value.subtract(other.value).abs();
        return apart.multiply(BigDecimal.TEN).compareTo(more) > 0;
    }

    /** Number and unit, the same for all spellings: "1200000 ton". */
    public String plain() {
        return value.stripTrailingZeros().toPlainString() + " " + unit;
    }

    private static String unit(Matcher matcher) {
        String sign = matcher.group("sign");
        if (sign != null) {
            return CURRENCIES.get(sign);
        }
        String unit = matcher.group("unit");
        if (unit == null) {
            return null;
        }
        String plain =
                unit.toLowerCase(Locale.ROOT).replaceFirst("^metric ", "").replaceFirst("(?<=[^s])s$", "");
        return switch (plain) {
            case "%", "percent", "per cent" -> "percent";
            case "tonne", "ton" -> "ton";
            case "soldier", "troop" -> "troop";
            case "vessel", "ship" -> "ship";
            case "kilometre", "kilometer" -> "kilometre";
            default -> plain;
        };
    }

    private static BigDecimal value(Matcher matcher) {
        String number = matcher.group("number").toLowerCase(Locale.ROOT);
        int small = SMALL.indexOf(number);
        BigDecimal value = small < 0 ? new BigDecimal(number.replace(",", "")) : BigDecimal.valueOf(small + 2L);
        String zeros = matcher.group("zeros");
        return zeros == null ? value : value.scaleByPowerOfTen(ZEROS.get(zeros.toLowerCase(Locale.ROOT)));
    }
}
