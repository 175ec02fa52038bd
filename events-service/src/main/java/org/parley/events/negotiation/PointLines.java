package org.parley.events.negotiation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.events.actor.Names;
import org.parley.events.negotiation.Resolved.Fate;
import org.parley.events.negotiation.Resolved.PointState;
import org.parley.events.negotiation.Resolved.Proof;
import org.parley.events.negotiation.Version.Source;
import org.parley.extraction.ExtractedPoint;

/** The points of a proposal through its versions: told in like words they are one, and what became of each is told or follows. */
final class PointLines {

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");
    private static final Set<String> SMALL = Set.of(
            ("a an the of to in on at by for from with and or its their his her it that which would will shall be been is are was were"
                            + " have has had all any some than rather instead after before if under")
                    .split(" "));
    private static final String GONE =
            "(?:is|are|was|were|has been|have been) (?:gone|out|no longer|removed|dropped|struck|deleted|scrapped|cut)\\b.*$";
    private static final double ALIKE = 0.5;
    private static final int LONGEST_LABEL = 70;

    private record Telling(Version version, Source source, ProposalEvidence.Point point) {}

    /** One point: its words, and the tellings of it. */
    private static final class Line {
        final Set<String> words = new LinkedHashSet<>();
        final List<Telling> tellings = new ArrayList<>();
    }

    private final List<Version> versions;
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, Set<String>> wordsOf = new HashMap<>();

    private PointLines(List<Version> versions) {
        this.versions = versions;
    }

    /** @param versions the earliest first */
    static Map<Version, List<PointState>> of(List<Version> versions) {
        PointLines points = new PointLines(versions);
        for (Version version : versions) {
            version.sources.stream()
                    .filter(source -> source.told().current())
                    .sorted(Comparator.comparing(source -> source.told().article(), ArticleEvidence.ORDER))
                    .forEach(source -> source.version().points().stream()
                            .sorted(Comparator.comparingInt(
                                    point -> point.receipt().start()))
                            .forEach(point -> points.add(new Telling(version, source, point))));
        }
        return points.states();
    }

    private void add(Telling telling) {
        Set<String> words = wordsOf.computeIfAbsent(telling.point().receipt().exact(), PointLines::words);
        Line best = null;
        double most = ALIKE;
        for (Line line : lines) {
            double alike = alike(line.words, words);
            if (alike >= most && (best == null || alike > most)) {
                most = alike;
                best = line;
            }
        }
        if (best == null) {
            best = new Line();
            lines.add(best);
        }
        best.words.addAll(words);
        best.tellings.add(telling);
    }

    /** How much of the shorter one the other has, by words that mean something; one word alone says little. */
    private static double alike(Set<String> some, Set<String> others) {
        long shared = some.stream().filter(others::contains).count();
        int shorter = Math.min(some.size(), others.size());
        return shorter == 0 || shared < Math.min(2, shorter) ? 0 : (double) shared / shorter;
    }

    private static Set<String> words(String text) {
        return Stream.of(Names.normalised(text.replaceFirst(GONE, "")).split(" "))
                .filter(word -> !SMALL.contains(word) && !word.isEmpty() && !Character.isDigit(word.charAt(0)))
                .map(word -> word.length() > 4 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word)
                .map(Spelling::of)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Map<Version, List<PointState>> states() {
        Map<Version, List<PointState>> states = new HashMap<>();
        for (int number = 0; number < lines.size(); number++) {
            Line line = lines.get(number);
            String label = label(line.tellings.get(0).point().receipt().exact());
            String before = null;
            Fate last = null;
            for (int i = 0; i < versions.size(); i++) {
                Version version = versions.get(i);
                List<Telling> here = line.tellings.stream()
                        .filter(t -> t.version() == version)
                        .toList();
                List<Telling> next = removals(line, version);
                if (here.isEmpty() && (next.isEmpty() || last != null)) {
                    continue;
                }
                List<Telling> shown = here.isEmpty() ? next : here;
                String text = shown.get(0).point().receipt().exact();
                Fate fate = here.isEmpty() ? i == 0 ? Fate.NEW : Fate.UNKNOWN : fate(here, before, last, text, i == 0);
                String by = here.stream()
                        .map(t -> t.point().demandedBy())
                        .filter(d -> d != null)
                        .findFirst()
                        .orElse(null);
                states.computeIfAbsent(version, none -> new ArrayList<>())
                        .add(new PointState(number, label, text, fate, by, proofs(shown)));
                before = text;
                last = fate;
            }
        }
        return states;
    }

    /** Where the version after this one is said to have lost it. */
    private static List<Telling> removals(Line line, Version version) {
        return line.tellings.stream()
                .filter(t ->
                        t.version().previous != null && t.version().previous.now() == version)
                .filter(t -> t.point().fate() == ExtractedPoint.Fate.REMOVED)
                .toList();
    }

    private static Fate fate(List<Telling> here, String before, Fate last, String text, boolean first) {
        for (Telling telling : here) {
            if (telling.point().fate() != null) {
                return Fate.valueOf(telling.point().fate().name());
            }
        }
        if (first || last == Fate.REMOVED) {
            return Fate.NEW;
        }
        return before == null ? Fate.UNKNOWN : numbers(before).equals(numbers(text)) ? Fate.KEPT : Fate.CHANGED;
    }

    private static List<String> numbers(String text) {
        Matcher matcher = NUMBER.matcher(text);
        List<String> numbers = new ArrayList<>();
        while (matcher.find()) {
            numbers.add(matcher.group());
        }
        return numbers;
    }

    private static List<Proof> proofs(List<Telling> tellings) {
        List<Proof> proofs = new ArrayList<>();
        for (Telling telling : tellings) {
            proofs.add(telling.source().told().proof(telling.point().receipt()));
            if (telling.point().demand() != null) {
                proofs.add(telling.source().told().proof(telling.point().demand()));
            }
        }
        return proofs.stream().distinct().limit(20).toList();
    }

    private static String label(String text) {
        String words = text.replaceAll("\\s+", " ").replaceFirst("^(?i)(?:the|an?|would have|would|will|shall) ", "");
        return words.length() <= LONGEST_LABEL ? words : words.substring(0, words.lastIndexOf(' ', LONGEST_LABEL));
    }
}
