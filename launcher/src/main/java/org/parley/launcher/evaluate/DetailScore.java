package org.parley.launcher.evaluate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Counts right details on pairs of gold and found statements. A detail left out costs recall, a wrong one precision. */
final class DetailScore {

    static final List<String> DETAILS = List.of("role", "date", "channel", "place", "addressee");

    private final Counts counts;

    DetailScore(Counts counts) {
        this.counts = counts;
    }

    void count(Details gold, Details found) {
        boolean role = alike(found.role(), gold.role()) || alike(found.role(), gold.rolePrinted());
        count("role", gold.role(), found.role(), role);
        boolean day = !gold.date().isEmpty() && !found.date().isEmpty() && sameDay(gold, found);
        boolean open = gold.optionalDate() && (day || found.date().isEmpty());
        if (!open) {
            count("date", gold.optionalDate() ? "" : gold.date(), found.date(), day);
        }
        count("channel", gold.channel(), found.channel(), sameChannel(gold.channel(), found.channel()));
        boolean place = named(gold.place(), found.place());
        if (!gold.optionalPlace() || (!place && !found.place().isEmpty())) {
            count("place", gold.optionalPlace() ? "" : gold.place(), found.place(), place);
        }
        count("addressee", gold.addressee(), found.addressee(), named(gold.addressee(), found.addressee()));
        if (!gold.act().isEmpty()) {
            counts.add("act.n", 1);
            counts.add("act.ok", gold.act().equals(found.act()) ? 1 : 0);
        }
        countStance(Stance.of(gold.stances()), Stance.of(found.stances()));
    }

    private void count(String name, String gold, String found, boolean right) {
        counts.add("detail." + name + ".tp", right ? 1 : 0);
        counts.add("detail." + name + ".given", found.isEmpty() ? 0 : 1);
        counts.add("detail." + name + ".wanted", gold.isEmpty() ? 0 : 1);
    }

    private void countStance(String gold, String found) {
        if (gold != null) {
            counts.add("stance." + gold + ".wanted", 1);
        }
        if (found != null) {
            counts.add("stance." + found + ".given", 1);
        }
        if (gold != null && gold.equals(found)) {
            counts.add("stance." + gold + ".tp", 1);
        }
    }

    /** A day within what was found, or found with the gold's precision. */
    private static boolean sameDay(Details gold, Details found) {
        return found.date().startsWith(gold.date())
                || (gold.date().length() == found.date().length()
                        && gold.date().compareTo(found.date()) >= 0
                        && gold.date().compareTo(found.latest()) <= 0);
    }

    private static boolean sameChannel(String gold, String found) {
        Set<String> toThePress = Set.of("press", "interview"); // which of the two is a matter of taste
        return !gold.isEmpty() && (gold.equals(found) || (toThePress.contains(gold) && toThePress.contains(found)));
    }

    private static boolean named(String gold, String found) {
        return !gold.isEmpty() && !found.isEmpty() && SpeakerNames.same(found, List.of(gold));
    }

    /** Half of the words of both in common. */
    private static boolean alike(String found, String gold) {
        Set<String> a = new HashSet<>(SpeakerNames.words(found));
        Set<String> b = new HashSet<>(SpeakerNames.words(gold));
        Set<String> both = new HashSet<>(a);
        both.retainAll(b);
        return !both.isEmpty() && 4 * both.size() >= a.size() + b.size();
    }
}
