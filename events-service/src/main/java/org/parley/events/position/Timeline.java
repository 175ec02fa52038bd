package org.parley.events.position;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.parley.extraction.StanceValue;

/**
 * Orders stances of one holder toward one version in time: a stance stands until another one is expressed.
 *
 * <p>Having said nothing is no stance against anything, so it takes the place of no stance, and gives way to any. On one
 * day the stance that most statements express comes last.
 */
final class Timeline {

    /**
     * A stretch of time in which one stance stands.
     *
     * @param since the first day, by what is told and else by publication
     * @param statements the latest first
     */
    record Stand(Key key, StanceValue stance, LocalDate since, LocalDate until, List<UUID> statements) {}

    /** Whose, and toward what. */
    record Key(UUID holder, UUID proposal, UUID version, UUID claimedBy) {}

    private Timeline() {}

    /** @param all of any holders, each at most once per statement */
    static List<Stand> of(List<Expressed> all) {
        Map<Key, List<Expressed>> byKey = new LinkedHashMap<>();
        all.forEach(each -> byKey.computeIfAbsent(
                        new Key(each.holder(), each.proposal(), each.version(), each.claimedBy()),
                        absent -> new ArrayList<>())
                .add(each));
        List<Stand> stands = new ArrayList<>();
        byKey.forEach((key, expressed) -> stands.addAll(of(key, expressed)));
        return stands;
    }

    private static List<Stand> of(Key key, List<Expressed> expressed) {
        List<Expressed> inTime = new ArrayList<>(expressed);
        boolean spoke = inTime.stream().anyMatch(each -> each.stance() != StanceValue.NO_PUBLIC_COMMITMENT);
        LocalDate firstWord = inTime.stream()
                .filter(each -> each.stance() != StanceValue.NO_PUBLIC_COMMITMENT)
                .map(Expressed::day)
                .min(Comparator.naturalOrder())
                .orElse(LocalDate.MAX);
        // "Has yet to commit", printed after a commitment that the outlet has not heard of, takes nothing back.
        inTime.removeIf(each -> spoke
                && each.stance() == StanceValue.NO_PUBLIC_COMMITMENT
                && !each.day().isBefore(firstWord));
        Map<LocalDate, Map<StanceValue, Integer>> counts = new LinkedHashMap<>();
        inTime.forEach(each -> counts.computeIfAbsent(each.day(), absent -> new LinkedHashMap<>())
                .merge(each.stance(), 1, Integer::sum));
        inTime.sort(Comparator.comparing(Expressed::day)
                .thenComparing(each -> counts.get(each.day()).get(each.stance()))
                .thenComparing(Expressed::stance)
                .thenComparing(each -> each.statement().toString()));
        List<Stand> stands = new ArrayList<>();
        for (Expressed each : inTime) {
            Stand last = stands.isEmpty() ? null : stands.get(stands.size() - 1);
            if (last != null && last.stance() == each.stance()) {
                List<UUID> statements = new ArrayList<>(List.of(each.statement()));
                statements.addAll(last.statements());
                stands.set(stands.size() - 1, new Stand(key, each.stance(), last.since(), null, statements));
            } else {
                if (last != null) {
                    stands.set(
                            stands.size() - 1,
                            new Stand(key, last.stance(), last.since(), each.day(), last.statements()));
                }
                stands.add(new Stand(key, each.stance(), each.day(), null, List.of(each.statement())));
            }
        }
        return stands;
    }

    /** Those that stand at the end of a day. */
    static List<Stand> standing(List<Stand> stands) {
        return stands.stream().filter(stand -> Objects.isNull(stand.until())).toList();
    }
}
