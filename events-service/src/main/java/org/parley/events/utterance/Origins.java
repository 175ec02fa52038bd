package org.parley.events.utterance;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Where the reports of one utterance come from. Copies of one text are one report, wherever they are printed; what names
 * an agency or another outlet comes from there; the rest is the outlet's own where the article shows that it was there.
 *
 * @param known independent of each other, each once
 * @param unknown reports, copies counted once, that name no origin
 */
record Origins(List<Origin> known, int unknown) {

    /** Content this long, without quotation marks, is nobody's by chance. */
    private static final int NARRATED = 8;
    /** Words around a quotation, which are the reporter's and not the speaker's. */
    private static final int AROUND = 3;

    /** How an origin is known. */
    enum Basis {
        /** Named as having it: "told Reuters", "the Herald reported". */
        VIA,
        AGENCY,
        OWN_REPORT
    }

    /**
     * One origin.
     *
     * @param outletId where it is an outlet that is among the reports
     * @param articleIds the articles that have it from there
     */
    @JsonInclude(Include.NON_NULL)
    record Origin(String name, UUID outletId, Basis basis, List<UUID> articleIds) {}

    /** @param reports in an order that does not depend on arrival */
    static Origins of(List<Report> reports) {
        Map<String, Origin> known = new LinkedHashMap<>();
        int unknown = 0;
        for (List<Report> copies : copies(reports)) {
            Optional<Origin> origin = copies.stream()
                    .map(report -> origin(report, reports))
                    .flatMap(Optional::stream)
                    .min(Comparator.comparing(Origin::basis));
            if (origin.isEmpty()) {
                unknown++;
            } else {
                Origin found = origin.get();
                known.merge(
                        found.outletId() == null
                                ? OutletName.plain(found.name())
                                : found.outletId().toString(),
                        new Origin(found.name(), found.outletId(), found.basis(), articles(copies)),
                        Origins::both);
            }
        }
        return new Origins(List.copyOf(known.values()), unknown);
    }

    private static Origin both(Origin one, Origin other) {
        Set<UUID> articles = new LinkedHashSet<>(one.articleIds());
        articles.addAll(other.articleIds());
        return new Origin(one.name(), one.outletId(), one.basis(), List.copyOf(articles));
    }

    private static List<UUID> articles(List<Report> reports) {
        return reports.stream().map(Report::article).distinct().toList();
    }

    private static Optional<Origin> origin(Report report, List<Report> all) {
        if (report.relayedBy() != null) {
            return Optional.of(named(report.relayedBy(), Basis.VIA, report, all));
        }
        String agency = report.source().agency();
        if (agency != null && !agency.equals(ArticleOrigin.UNNAMED)) {
            return Optional.of(named(agency, Basis.AGENCY, report, all));
        }
        return report.source().own() && agency == null
                ? Optional.of(
                        new Origin(report.source().outletName(), report.source().outlet(), Basis.OWN_REPORT, List.of()))
                : Optional.empty();
    }

    /** A name that means one of the outlets that report it, or one we know nothing else of. */
    private static Origin named(String name, Basis basis, Report report, List<Report> all) {
        List<Report> ownFirst = new ArrayList<>(List.of(report));
        ownFirst.addAll(all);
        return ownFirst.stream()
                .map(Report::source)
                .filter(source -> source.outlet() != null && OutletName.same(name, source.outletName()))
                .findFirst()
                .map(source -> new Origin(source.outletName(), source.outlet(), basis, List.of()))
                .orElseGet(() -> new Origin(name, null, basis, List.of()));
    }

    private static List<List<Report>> copies(List<Report> reports) {
        List<List<Report>> sets = new ArrayList<>();
        for (Report report : reports) {
            List<List<Report>> mine = sets.stream()
                    .filter(set -> set.stream().anyMatch(other -> copied(report, other)))
                    .toList();
            List<Report> joined = new ArrayList<>(List.of(report));
            mine.forEach(joined::addAll);
            sets.removeAll(mine);
            sets.add(joined);
        }
        return sets;
    }

    private static boolean copied(Report one, Report other) {
        if (one.article().equals(other.article())
                || Sketch.copied(one.source().sketch(), other.source().sketch())) {
            return true;
        }
        if (!Objects.equals(one.wording().all(), other.wording().all())) {
            return false;
        }
        return one.wording().quoted().isEmpty()
                ? one.wording().all().size() >= NARRATED
                : ending(one).size() >= AROUND && ending(one).equals(ending(other));
    }

    /** The words just before it, the first of which may be cut. */
    private static List<String> ending(Report report) {
        List<String> words = Wording.words(report.before());
        return words.size() <= 1 ? List.of() : words.subList(Math.max(1, words.size() - AROUND - 1), words.size());
    }
}
