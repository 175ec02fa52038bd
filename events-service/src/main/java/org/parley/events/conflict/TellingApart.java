package org.parley.events.conflict;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.events.conflict.Found.Evidence;
import org.parley.events.conflict.Found.Side;
import org.parley.events.utterance.Report;
import org.parley.events.utterance.Wording;
import org.parley.extraction.proposal.Amount;

/**
 * Finds what reports of one act of speech disagree about. What a report does not tell contradicts nothing: a conflict
 * takes two reports that both tell.
 */
final class TellingApart {

    private static final int THE_REMARK = 4;

    private TellingApart() {}

    /**
     * The conflicts between these reports.
     *
     * @param scope names the utterance, or the pair that may be one
     * @param utterance its id, or null for a pair
     * @param origins known independent origins
     */
    static List<Found> of(List<Report> reports, String scope, UUID utterance, int origins) {
        List<Found> found = new ArrayList<>();
        dates(reports)
                .ifPresent(sides -> found.add(conflict(reports, scope, utterance, ConflictKind.DATE, sides, origins)));
        occasions(reports)
                .ifPresent(
                        sides -> found.add(conflict(reports, scope, utterance, ConflictKind.OCCASION, sides, origins)));
        places(reports)
                .ifPresent(sides -> found.add(conflict(reports, scope, utterance, ConflictKind.PLACE, sides, origins)));
        wordings(reports)
                .ifPresent(
                        sides -> found.add(conflict(reports, scope, utterance, ConflictKind.WORDING, sides, origins)));
        if (utterance != null) {
            amounts(reports)
                    .ifPresent(sides ->
                            found.add(conflict(reports, scope, utterance, ConflictKind.AMOUNT, sides, origins)));
        }
        return found;
    }

    private record Told(String value, List<Report> reports) {}

    private static Found conflict(
            List<Report> reports, String scope, UUID utterance, ConflictKind kind, List<Told> sides, int origins) {
        Report first = reports.get(0);
        String what = switch (kind) {
            case DATE -> "Reports differ on the day it was said";
            case PLACE -> "Reports differ on the place it was said";
            case OCCASION -> "Reports differ on the occasion on which it was said";
            case AMOUNT -> "Reports differ on an amount";
            default -> "Reports differ on the words in quotation marks";
        };
        String explanation = what + ": "
                + sides.stream()
                        .map(side -> "\"%s\" (%s)".formatted(side.value(), outlets(side.reports())))
                        .collect(Collectors.joining(" against "))
                + ".";
        return new Found(
                kind + " " + scope,
                scope,
                kind,
                origins > 1 ? ConflictResolution.CONTRADICTION : ConflictResolution.OPEN,
                explanation,
                sides.stream().map(TellingApart::side).toList(),
                utterance,
                null,
                first.speakers().isEmpty() ? null : first.speakers().get(0),
                first.sortAt());
    }

    static String outlets(List<Report> reports) {
        return reports.stream()
                .map(report -> report.source().outletName() == null
                        ? "no outlet named"
                        : report.source().outletName())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static Side side(Told told) {
        return new Side(
                told.value(),
                told.reports().stream()
                        .map(report -> Evidence.ofReading(report.statement(), report.article(), report.reading()))
                        .toList());
    }

    /**
     * Days that are told, each by who tells it; ranges that overlap tell the same. Where each day is one that another sentence told,
     * nothing says that they differ.
     */
    private static Optional<List<Told>> dates(List<Report> reports) {
        Map<LocalDate, List<Report>> days = new LinkedHashMap<>();
        reports.stream()
                .filter(report -> report.from() != null
                        && (report.latest() == null || report.latest().equals(report.from())))
                .sorted(Comparator.comparing(Report::from))
                .forEach(report -> days.computeIfAbsent(report.from(), absent -> new ArrayList<>())
                        .add(report));
        boolean sure = reports.stream().anyMatch(report -> report.from() != null && !report.dayInherited());
        return days.size() < 2 || !sure
                ? Optional.empty()
                : Optional.of(days.entrySet().stream()
                        .map(day -> new Told(day.getKey().toString(), day.getValue()))
                        .toList());
    }

    /** Only places with names can be told apart: "the lakeside town" may be any of them. */
    private static Optional<List<Told>> places(List<Report> reports) {
        return sides(reports, Report::place, TellingApart::placesDiffer);
    }

    private static boolean placesDiffer(String one, String other) {
        Set<String> mine = names(one);
        Set<String> theirs = names(other);
        return !mine.isEmpty() && !theirs.isEmpty() && mine.stream().noneMatch(theirs::contains);
    }

    private static Set<String> names(String place) {
        Set<String> names = new HashSet<>();
        for (String word : place.split("[^\\p{L}-]+")) {
            if (!word.isEmpty() && Character.isUpperCase(word.charAt(0))) {
                names.addAll(Wording.words(word));
            }
        }
        names.remove("the");
        return names;
    }

    /** Only what has a kind can be told apart: a speech is no interview. */
    private static Optional<List<Told>> occasions(List<Report> reports) {
        return sides(reports, Report::occasion, Occasion::differ);
    }

    /** Amounts of one unit, of which each report gives one alone. Of two that may not even be one remark nothing follows. */
    private static Optional<List<Told>> amounts(List<Report> reports) {
        Map<String, Map<Amount, List<Report>>> units = new TreeMap<>();
        for (Report report : reports) {
            Amount.byUnit(report.content()).forEach((unit, amount) -> {
                Map<Amount, List<Report>> told = units.computeIfAbsent(unit, none -> new LinkedHashMap<>());
                Amount same = told.keySet().stream()
                        .filter(other -> !amount.differs(other))
                        .findFirst()
                        .orElse(amount);
                told.computeIfAbsent(same, none -> new ArrayList<>()).add(report);
            });
        }
        return units.values().stream()
                .filter(told -> told.size() > 1)
                .findFirst()
                .map(told -> told.entrySet().stream()
                        .map(side -> new Told(side.getKey().words(), side.getValue()))
                        .toList());
    }

    /** Quotations that share words of sense, and each has some that the other's report lacks: one is not verbatim. */
    private static Optional<List<Told>> wordings(List<Report> reports) {
        List<Report> quoting = reports.stream()
                .filter(report -> report.wording().quoted().size() == 1)
                .toList();
        return sides(quoting, Report::content, null);
    }

    private interface Differ {
        boolean differ(String one, String other);
    }

    private static Optional<List<Told>> sides(List<Report> reports, Function<Report, String> value, Differ differ) {
        List<List<Report>> sides = new ArrayList<>();
        for (Report report : reports) {
            if (value.apply(report) == null) {
                continue;
            }
            Optional<List<Report>> same = sides.stream()
                    .filter(side -> side.stream()
                            .noneMatch(other -> differ == null
                                    ? quotationsDiffer(report.wording(), other.wording())
                                    : differ.differ(value.apply(report), value.apply(other))))
                    .findFirst();
            same.ifPresentOrElse(side -> side.add(report), () -> sides.add(new ArrayList<>(List.of(report))));
        }
        return sides.size() < 2
                ? Optional.empty()
                : Optional.of(sides.stream()
                        .map(side -> new Told(value.apply(side.get(0)), side))
                        .toList());
    }

    /**
     * Whether one of two quotations cannot be verbatim. Four words in a row that both have are the remark; what stands
     * around them was cut here or there.
     */
    private static boolean quotationsDiffer(Wording one, Wording other) {
        boolean shared = one.commonQuotedRun(other, 1) >= THE_REMARK;
        return !shared && (wordsDiffer(one, other) || one.differsBetween(other));
    }

    static boolean wordsDiffer(Wording one, Wording other) {
        Set<String> mine = new HashSet<>(one.tellingQuoted());
        mine.removeAll(other.telling());
        Set<String> theirs = new HashSet<>(other.tellingQuoted());
        theirs.removeAll(one.telling());
        return !mine.isEmpty() && !theirs.isEmpty();
    }
}
