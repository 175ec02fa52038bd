package org.parley.extraction.proposal;

import java.util.ArrayList;
import java.util.List;

/** Which mentions of one article mean the same version: by number, by "original" and "revised", by sponsor; a bare one by what is near. */
final class Groups {

    private static final int NEAR = 2_500;

    private static final class Group {
        final int number;
        final String family;
        Integer count;
        String sponsor;
        String version;
        String head;
        int last;

        Group(int number, String family) {
            this.number = number;
            this.family = family;
        }
    }

    private final List<Group> groups = new ArrayList<>();

    /** Whether a proposal of this family has been named so far. */
    boolean knows(String family) {
        return groups.stream().anyMatch(g -> g.family.equals(family));
    }

    boolean isEmpty() {
        return groups.isEmpty();
    }

    /** The number of the group a mention belongs to, or -1 when the text does not tell. */
    int of(Head head, Features features, int at) {
        Group group = find(head, features, at);
        if (group == null) {
            if (!features.names()
                    && groups.stream()
                                    .filter(g -> g.family.equals(head.family()))
                                    .count()
                            > 1) {
                return -1;
            }
            group = new Group(groups.size(), head.family());
            groups.add(group);
        }
        if ("first".equals(features.version())) {
            for (Group other : groups) { // where one is the original, the others came after it
                boolean open = other != group && other.family.equals(group.family) && other.version == null;
                other.version = open ? "later" : other.version;
            }
        }
        group.count = group.count == null ? features.count() : group.count;
        group.sponsor = group.sponsor == null ? features.sponsor() : group.sponsor;
        group.version = group.version == null ? features.version() : group.version;
        group.head = head.lemma();
        group.last = at;
        return group.number;
    }

    /** "cut from 16 points to 12": the proposal spoken of has the later number. */
    void changed(int number, int count) {
        Group group = groups.get(number);
        if (group.count == null && !"first".equals(group.version)) {
            group.count = count;
            group.version = "later";
        }
    }

    /** The number of points of a group, or null. */
    Integer countOf(int number) {
        return number < 0 ? null : groups.get(number).count;
    }

    String sponsorOf(int number) {
        return number < 0 ? null : groups.get(number).sponsor;
    }

    private Group find(Head head, Features features, int at) {
        Group best = null;
        double most = 0;
        for (Group group : groups) {
            double fit = fit(group, head, features, at);
            if (fit > most || fit == most && fit > 0 && best != null && group.last > best.last) {
                most = fit;
                best = group;
            }
        }
        return best;
    }

    /** How well a group fits: nothing where they disagree. */
    private static double fit(Group group, Head head, Features features, int at) {
        if (!group.family.equals(head.family())) {
            return 0;
        }
        if (features.count() != null && group.count != null && !features.count().equals(group.count)) {
            return 0;
        }
        if (features.version() != null
                && group.version != null
                && !features.version().equals(group.version)) {
            return 0;
        }
        if (features.sponsor() != null
                && group.sponsor != null
                && !features.sponsor().equals(group.sponsor)) {
            return 0;
        }
        double fit = 0;
        fit += features.count() != null && features.count().equals(group.count) ? 6 : 0;
        fit += features.version() != null && features.version().equals(group.version) ? 5 : 0;
        fit += features.sponsor() != null && features.sponsor().equals(group.sponsor) ? 3 : 0;
        boolean news = features.count() != null && group.count == null
                || features.version() != null && group.version == null && !"first".equals(features.version());
        int far = at - group.last;
        if (fit == 0
                && news
                && !(features.count() != null && group.version == null && far < NEAR && group.count == null)) {
            return 0; // "a revised plan" is not the plan spoken of so far
        }
        fit += group.head.equals(head.lemma()) ? 1 : 0;
        fit += far < 250 ? 2 : far < 700 ? 1.5 : far < NEAR ? 1 : 0.3;
        return fit;
    }
}
