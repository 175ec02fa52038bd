package org.parley.events.negotiation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.parley.events.negotiation.Version.Source;
import org.parley.extraction.ExtractedVersion.Order;

/**
 * The versions of one proposal, from what its articles tell: by number of points first, then by "third draft", by day, by "original" and
 * "revised"; a text named without more is the version that was current when the article was published, else its version stays unknown.
 */
final class VersionLine {

    /** Two articles that say from which number a text was cut, to different ones, so near each other speak of one cut. */
    private static final int DISPUTE_DAYS = 10;
    /** What is dated so much later than what else is known with its number is a version of its own. */
    private static final int SAME_DAYS = 3;

    private final List<Source> all = new ArrayList<>();
    private final List<Version> versions = new ArrayList<>();
    private final Map<Meant, Version> meant = new HashMap<>();

    private VersionLine() {}

    /** @param meant which version the mentions of an article mean; what is missing is not known */
    record Result(List<Version> versions, Map<Meant, Version> meant) {}

    static Result of(Cluster cluster) {
        VersionLine line = new VersionLine();
        cluster.members.stream()
                .sorted(Comparator.comparing(Told::article, ArticleEvidence.ORDER)
                        .thenComparingInt(Told::number))
                .forEach(
                        told -> told.proposal().versions().forEach(version -> line.all.add(new Source(told, version))));
        line.byCount();
        line.byNewDay();
        line.revisions();
        line.disputes();
        line.byOrdinal();
        line.byDay();
        line.byOrder();
        line.rest();
        return line.result();
    }

    private void put(Source source, Version version) {
        version.add(source.told(), source.version());
        meant.put(key(source, source.version().group()), version);
    }

    private static Meant key(Source source, int group) {
        ArticleEvidence article = source.told().article();
        return new Meant(article.article(), article.articleVersion(), group);
    }

    private Version add() {
        Version version = new Version();
        versions.add(version);
        return version;
    }

    private List<Version> open(Predicate<Version> which) {
        return versions.stream().filter(Version::isOpen).filter(which).toList();
    }

    private List<Source> left(Predicate<ProposalEvidence.Version> which) {
        return all.stream()
                .filter(source ->
                        !meant.containsKey(key(source, source.version().group())))
                .filter(source -> which.test(source.version()))
                .toList();
    }

    private void byCount() {
        Map<Integer, Version> byCount = new TreeMap<>();
        for (Source source : left(v -> v.pointCount() != null && v.ordinal() == 0)) {
            put(source, byCount.computeIfAbsent(source.version().pointCount(), none -> add()));
        }
    }

    /** Which came from which: what more articles say goes first, and what would close a circle is refused. */
    private void revisions() {
        Map<List<Version>, Integer> told = new HashMap<>();
        List<List<Version>> edges = new ArrayList<>();
        for (Source source : all) {
            Version later = meant.get(key(source, source.version().group()));
            Version earlier = meant.get(key(source, source.version().previous()));
            if (later != null && earlier != null && later.now() != earlier.now()) {
                List<Version> edge = List.of(later.now(), earlier.now());
                if (told.merge(edge, 1, Integer::sum) == 1) {
                    edges.add(edge);
                }
            }
        }
        edges.sort(Comparator.comparingInt(edge -> -told.get(edge))); // stable: of equals the one told first
        for (List<Version> edge : edges) {
            if (edge.get(0).previous == null && !edge.get(1).comesFrom(edge.get(0))) {
                edge.get(0).previous = edge.get(1);
            }
        }
    }

    private void disputes() {
        for (Version one : versions) {
            for (Version other : versions) {
                boolean sameStep = one != other
                        && one.isOpen()
                        && other.isOpen()
                        && one.previous != null
                        && other.previous != null
                        && one.previous.now() == other.previous.now();
                if (sameStep && near(one.since(), other.since())) {
                    one.join(other);
                }
            }
        }
    }

    private static boolean near(LocalDate one, LocalDate other) {
        return one != null && other != null && Math.abs(ChronoUnit.DAYS.between(one, other)) <= DISPUTE_DAYS;
    }

    private void byOrdinal() {
        for (Source source : left(v -> v.ordinal() > 1)) {
            int ordinal = source.version().ordinal();
            Version version = open(v -> v.ordinal == ordinal || v.ordinal == 0 && place(v) == ordinal).stream()
                    .findFirst()
                    .orElseGet(this::add);
            version.ordinal = ordinal;
            put(source, version);
        }
    }

    /** Second of what came from a first, third of what came from that; 0 when it is not told to come from anything. */
    private static int place(Version version) {
        int place = 0;
        for (Version at = version.previous;
                at != null && place < 100;
                at = at.previous == null ? null : at.previous.now()) {
            place++;
        }
        return place == 0 ? 0 : place + 1;
    }

    private void byDay() {
        for (Source source : left(v -> v.datedOn() != null && v.order() == null)) {
            LocalDate day = source.version().datedOn();
            Version version =
                    open(v -> v.datedOn() != null && Math.abs(ChronoUnit.DAYS.between(v.datedOn(), day)) <= 1).stream()
                            .findFirst()
                            .orElse(null);
            if (version == null && open(v -> true).isEmpty()) {
                version = add();
            }
            if (version != null) {
                put(source, version);
            }
        }
    }

    private void byNewDay() {
        for (Version version : List.copyOf(versions)) {
            splitByDay(version);
        }
    }

    /** The same number with a day well after the first: signed, tabled anew, another forum. */
    private void splitByDay(Version version) {
        LocalDate since = version.sources.stream()
                .map(source -> source.version().datedOn() != null
                        ? source.version().datedOn()
                        : source.told().publishedOn())
                .filter(day -> day != null)
                .min(Comparator.naturalOrder())
                .orElse(null);
        List<Source> anew = version.sources.stream()
                .filter(source -> source.version().datedOn() != null
                        && since != null
                        && source.version().datedOn().isAfter(since.plusDays(SAME_DAYS)))
                .toList();
        if (version.isOpen() && !anew.isEmpty() && anew.size() < version.sources.size()) {
            LocalDate day = anew.stream()
                    .map(source -> source.version().datedOn())
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            Version later = add();
            Set<Source> dated = new HashSet<>(anew);
            Set<Source> moved = new HashSet<>();
            for (Source source : List.copyOf(version.sources)) {
                LocalDate published = source.told().publishedOn();
                boolean after = dated.contains(source)
                        || source.version().order() != Order.FIRST
                                && source.version().datedOn() == null
                                && published != null
                                && !published.isBefore(day);
                if (after) {
                    moved.add(source);
                    put(source, later);
                }
            }
            version.remove(moved);
            later.previous = version;
        }
    }

    private void byOrder() {
        List<Source> firsts = left(v -> v.order() == Order.FIRST);
        if (!firsts.isEmpty()) {
            Version first = open(Version::isFirst).stream()
                    .findFirst()
                    .or(() -> open(v -> v.previous == null
                                    && open(o -> o.previous != null && o.previous.now() == v)
                                                    .size()
                                            > 0)
                            .stream()
                            .findFirst())
                    .orElseGet(this::add);
            firsts.forEach(source -> put(source, first));
        }
        Version revised = null;
        for (Source source : left(v -> v.order() == Order.LATER)) {
            Version version = current(source, true);
            if (version == null) {
                revised = revised == null ? add() : revised;
                version = revised;
            }
            put(source, version);
        }
    }

    private void rest() {
        List<Source> open = left(v -> true);
        if (versions.isEmpty() && !open.isEmpty()) {
            add();
        }
        List<Version> known = open(v -> true);
        for (Source source : open) {
            Version version = known.size() == 1 ? known.get(0) : current(source, false);
            if (version != null) {
                meant.put(key(source, source.version().group()), version);
                version.add(source.told(), source.version());
            }
        }
    }

    /** The newest version that was there when the article was published; null where that cannot be told. */
    private Version current(Source source, boolean later) {
        LocalDate published = source.told().publishedOn();
        return open(v -> !later || !v.isFirst()).stream()
                .filter(v ->
                        published != null && v.since() != null && !v.since().isAfter(published))
                .max(Comparator.comparing(Version::since).thenComparingInt(v -> v.comesAfterCount()))
                .orElse(null);
    }

    private Result result() {
        List<Version> ordered = new ArrayList<>(open(Version::isTold));
        ordered.sort(Comparator.comparing((Version v) -> v.isFirst() ? 0 : 1)
                .thenComparing(Version::since, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparingInt(Version::comesAfterCount)
                .thenComparingInt(v -> v.ordinal)
                .thenComparing(v -> v.count() == null ? 0 : v.count(), Comparator.reverseOrder()));
        for (int i = 1; i < ordered.size(); i++) {
            Version version = ordered.get(i);
            Version before = ordered.get(i - 1);
            if (version.previous == null && version.isLater() && !before.comesFrom(version)) {
                version.previous = before.now();
            }
        }
        Map<Meant, Version> now = new HashMap<>();
        meant.forEach((key, version) -> now.put(key, version.now()));
        return new Result(ordered, now);
    }
}
