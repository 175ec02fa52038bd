package org.parley.extraction.proposal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.extraction.ExtractedProposal;
import org.parley.extraction.ExtractedVersion;
import org.parley.extraction.ProposalMention;
import org.parley.extraction.ProposalMention.Kind;
import org.parley.extraction.names.Gazetteers;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.syntax.Article;

/** Finds the proposals an article names, with their versions and the phrases that name them. Immutable. */
public final class ProposalFinder {

    private final Gazetteers gazetteers;
    private final MentionFinder mentions;

    public ProposalFinder(Gazetteers gazetteers) {
        this.gazetteers = gazetteers;
        this.mentions = new MentionFinder(gazetteers);
    }

    /**
     * What an article tells of proposals.
     *
     * @param mentions in order
     */
    public record Found(List<ProposalMention> mentions, List<ExtractedProposal> proposals) {}

    /** @param published the article's day, or null */
    public Found in(Article article, LocalDate published) {
        Making making = new Making(article, gazetteers, published);
        List<Line> lines = new Lines(article, making).of(mentions.in(article));
        Map<ParsedSentence, List<Candidate>> all = new IdentityHashMap<>();
        lines.stream()
                .flatMap(line -> line.members.keySet().stream())
                .sorted(Comparator.comparing(Candidate::span))
                .forEach(one -> all.computeIfAbsent(one.sentence(), none -> new ArrayList<>())
                        .add(one));
        for (Line line : lines) {
            new Versions(article, making, line, all).tell();
            dropParts(line);
        }
        lines.removeIf(line -> line.members.isEmpty());
        new Points(article, making).tell(lines, all);
        return numbered(lines);
    }

    /** "12 points" says how long a text is and names it only where nothing else does; "the three articles" are a part of it. */
    private static void dropParts(Line line) {
        int most = line.versions().stream()
                .filter(s -> s.count != null)
                .mapToInt(s -> s.count)
                .max()
                .orElse(0);
        line.members
                .keySet()
                .removeIf(one -> one.isBareCount()
                        || (one.head().use() == Head.Use.COUNTED
                                && one.features().count() * 2 < most));
        Set<Slot> named = new HashSet<>();
        line.members.values().forEach(slot -> named.add(slot == null ? null : slot.now()));
        line.slots.removeIf(slot -> slot.isOpen()
                && slot.count != null
                && slot.count * 2 < most
                && slot.order == null
                && !named.contains(slot));
    }

    private static Found numbered(List<Line> lines) {
        Map<Slot, Integer> groups = new HashMap<>();
        for (Line line : lines) {
            line.versions().stream()
                    .sorted(Comparator.comparingInt(Slot::rank).thenComparingInt(s -> s.since))
                    .forEach(slot -> groups.put(slot, groups.size()));
        }
        List<ExtractedProposal> proposals = new ArrayList<>();
        List<ProposalMention> mentions = new ArrayList<>();
        Map<Line, Integer> numbers = new HashMap<>();
        lines.forEach(line -> numbers.put(line, numbers.size()));
        for (Line line : lines) {
            List<ExtractedVersion> versions = line.versions().stream()
                    .sorted(Comparator.comparing(groups::get))
                    .map(slot -> slot.version(
                            groups.get(slot),
                            slot.previous == null ? -1 : groups.getOrDefault(slot.previous.now(), -1)))
                    .toList();
            proposals.add(new ExtractedProposal(
                    kind(line),
                    line.family,
                    List.copyOf(line.sponsors),
                    List.copyOf(line.persons),
                    List.copyOf(line.names),
                    numbers.getOrDefault(line.respondsTo, -1),
                    line.response,
                    line.withdrawn,
                    line.withdrawnOn,
                    versions));
            line.members.forEach(
                    (one, slot) -> mentions.add(mention(one, slot.now(), numbers.get(line), groups.get(slot.now()))));
        }
        mentions.sort(Comparator.comparing(ProposalMention::span));
        return new Found(mentions, proposals);
    }

    private static ProposalMention mention(Candidate one, Slot slot, int proposal, int group) {
        Features features = one.features();
        Kind kind = slot.order == ExtractedVersion.Order.LATER && one.family().equals("plan")
                ? Kind.REVISION
                : one.head().kind();
        String rule = features.count() != null
                ? "counted"
                : features.sponsor() != null ? "sponsored" : features.isNamed() ? "modified" : "anaphor";
        double confidence =
                features.count() != null || features.sponsor() != null ? 0.9 : features.isNamed() ? 0.8 : 0.6;
        String sponsor = features.sponsor() != null
                ? features.sponsor()
                : slot.line.sponsors.stream().findFirst().orElse(null);
        return new ProposalMention(
                one.span(), one.head().lemma(), kind, slot.count, sponsor, proposal, group, rule, confidence);
    }

    /** The kind most of its names give, of several the one that says most. */
    private static Kind kind(Line line) {
        Map<Kind, Integer> votes = new LinkedHashMap<>();
        line.members.keySet().forEach(one -> votes.merge(one.head().kind(), 1, Integer::sum));
        if (votes.containsKey(Kind.COUNTER_PROPOSAL)) {
            return Kind.COUNTER_PROPOSAL;
        }
        votes.remove(Kind.REVISION);
        return votes.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(Kind.PLAN);
    }
}
