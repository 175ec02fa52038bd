package org.parley.events.negotiation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.parley.extraction.ProposalMention.Kind;

/** Proposals of several articles that are one. */
final class Cluster {

    final List<Told> members = new ArrayList<>();
    final Set<String> sponsors = new LinkedHashSet<>();
    private static final Set<String> COMMON = Set.of(
            "plan",
            "proposal",
            "text",
            "draft",
            "document",
            "deal",
            "agreement",
            "framework",
            "offer",
            "list",
            "terms",
            "demands",
            "conditions");

    private final Set<String> heads = new LinkedHashSet<>();
    private final Set<String> persons = new LinkedHashSet<>();
    final Set<Integer> counts = new LinkedHashSet<>();
    final Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    final Set<String> names = new LinkedHashSet<>();
    private final Set<String> articles = new LinkedHashSet<>();
    private Cluster same;

    Cluster(Told told) {
        members.add(told);
        kinds.add(told.proposal().kind());
        told.proposal().phrases().stream()
                .map(phrase -> phrase.substring(phrase.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT))
                .filter(word -> !COMMON.contains(word))
                .forEach(heads::add);
        articles.add(told.article().key());
        sponsors.addAll(told.proposal().sponsors());
        persons.addAll(told.proposal().persons());
        names.addAll(told.proposal().names());
        told.proposal().versions().stream()
                .filter(version -> version.pointCount() != null)
                .forEach(version -> counts.add(version.pointCount()));
    }

    Cluster now() {
        return same == null ? this : same.now();
    }

    boolean isOpen() {
        return same == null;
    }

    String family() {
        return members.get(0).family();
    }

    /** Whether who makes it, or a number, or a name tells it from others. */
    boolean isAnchored() {
        return !sponsors.isEmpty() || !counts.isEmpty() || !names.isEmpty();
    }

    /** Two parties' proposals are two, unless two numbers of points, or one and a name, say otherwise. */
    boolean fits(Cluster other) {
        if (Sponsors.agree(sponsors, other.sponsors) || !tellsApart(other)) {
            return true;
        }
        long shared = counts.stream().filter(other.counts::contains).count()
                + names.stream().filter(other.names::contains).count();
        return shared >= 2;
    }

    /** Where both tell who makes them, and not the same, only a word of their own for it lets them be one: "the freeze". */
    boolean speaksAlike(Cluster other) {
        return sponsors.isEmpty()
                || other.sponsors.isEmpty()
                || Sponsors.agree(sponsors, other.sponsors)
                || heads.stream().anyMatch(other.heads::contains);
    }

    /** Whether no article tells of both: what one article tells apart is two. */
    boolean isApartFrom(Cluster other) {
        return other.articles.size() < articles.size()
                ? other.articles.stream().noneMatch(articles::contains)
                : articles.stream().noneMatch(other.articles::contains);
    }

    /** Two parties are two, and so are two persons; a person may speak for a party. */
    private boolean tellsApart(Cluster other) {
        return sponsors.stream()
                .anyMatch(one -> other.sponsors.stream()
                        .anyMatch(another -> persons.contains(one) == other.persons.contains(another)));
    }

    void join(Cluster other) {
        Cluster into = now();
        Cluster from = other.now();
        if (into != from) {
            into.members.addAll(from.members);
            into.sponsors.addAll(from.sponsors);
            into.persons.addAll(from.persons);
            into.counts.addAll(from.counts);
            into.heads.addAll(from.heads);
            into.kinds.addAll(from.kinds);
            into.names.addAll(from.names);
            into.articles.addAll(from.articles);
            from.same = into;
        }
    }
}
