package org.parley.extraction.proposal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.parley.extraction.Span;
import org.parley.extraction.detail.DateExpression;
import org.parley.extraction.parse.Entity;
import org.parley.extraction.parse.EntityType;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;

/** Which phrases of an article name the same proposal: by sponsor, by number where that tells, by what was spoken of last. */
final class Lines {

    private static final Set<String> COUNTERS =
            Set.of("counter-offer", "counteroffer", "counter-proposal", "counterproposal", "counter-plan");
    private static final Set<String> IT = Set.of("it", "them");

    private static final Set<String> BARE = Set.of("proposal", "plan", "initiative");

    /** No article tells of so many; what comes behind them is left. */
    private static final int MOST = 100;

    private static final int FAR = 400;
    private static final int NEAR = 160;

    private final Article article;
    private final Making making;
    private final NavigableMap<Integer, Line> byPlace = new TreeMap<>();
    private final Set<String> persons = new HashSet<>();
    private final List<Line> lines = new ArrayList<>();
    private int lastEnd;

    Lines(Article article, Making making) {
        this.article = article;
        this.making = making;
        for (ParsedSentence sentence : article.sentences()) {
            for (Entity entity : sentence.entities()) {
                if (entity.type() == EntityType.PERSON) {
                    String name = making.name(entity.head());
                    persons.add(name);
                    persons.add(name.substring(name.lastIndexOf(' ') + 1));
                }
            }
        }
    }

    List<Line> of(List<Candidate> candidates) {
        for (Candidate candidate : candidates) {
            String maker = isOfText(candidate) ? null : making.maker(candidate);
            Candidate one = candidate.with(candidate.features().by(maker));
            Line line = line(one);
            if (line == null && lines.size() == MOST) {
                continue;
            }
            if (line == null) {
                line = new Line(one.family());
                lines.add(line);
            }
            line.members.put(one, null);
            line.heads.add(one.head().lemma());
            line.own |= Fit.isOwn(one);
            line.onlyCounted &= one.head().use() == Head.Use.COUNTED;
            Word made = making.verb(one);
            line.offered |= made != null && made.lemma().equals("offer");
            line.names.addAll(one.features().names());
            if (one.features().count() != null) {
                line.counts.add(one.features().count());
            }
            line.counts.addAll(toldBeside(one));
            byPlace.put(one.span().start(), line);
            line.last = one.span().start();
            lastEnd = one.span().end();
            if (one.features().body() != null) {
                line.bodies.add(one.features().body());
            }
            if (maker != null) {
                line.sponsors.add(maker);
                if (persons.contains(maker)) {
                    line.persons.add(maker);
                }
            }
        }
        answers();
        withdrawals();
        return lines;
    }

    private Line line(Candidate one) {
        Line best = null;
        for (Line line : lines) {
            boolean fits = line.family.equals(one.family()) && Fit.of(line, one);
            if (fits
                    && (best == null
                            || Fit.score(line, one) > Fit.score(best, one)
                            || (Fit.score(line, one) == Fit.score(best, one) && line.last > best.last))) {
                best = line;
            }
        }
        Line pointed = pointedAt(one);
        if (pointed != null) {
            return pointed;
        }
        Line before = isBare(one) || (best == null && isOffer(one))
                ? lastBefore(one.span().start())
                : null;
        before = before != null && isOffer(one) && !before.offered ? null : before;
        boolean named = best != null && best.heads.contains(one.head().lemma()); // "the plan" is what was called so
        boolean offered = before != null
                && !named
                && before.family.equals("offer")
                && one.span().start() - before.last < NEAR;
        return best == null || offered ? before == null ? best : before : best;
    }

    /** "That idea", "that counter-proposal", "a counter-offer, five points", "the five points" of a counter-offer: what was spoken of last. */
    private Line pointedAt(Candidate one) {
        Map.Entry<Integer, Line> last = byPlace.lowerEntry(one.span().start());
        Line line = last == null ? null : last.getValue();
        if (line == null || one.span().start() - last.getKey() > (one.head().use() == Head.Use.COUNTED ? FAR : NEAR)) {
            return null;
        }
        String sponsor = one.features().sponsor();
        boolean strange = sponsor != null && !line.sponsors.isEmpty() && !Fit.says(line, sponsor);
        String first = one.sentence().word(one.from()).lower();
        boolean that = (first.equals("that") || first.equals("this"))
                && (COUNTERS.contains(one.head().lemma()) || one.head().lemma().equals("idea"));
        boolean counted = one.head().use() == Head.Use.COUNTED
                && line.heads.stream().anyMatch(COUNTERS::contains)
                && (line.counts.isEmpty() || line.counts.contains(one.features().count()))
                && lines.stream()
                        .noneMatch(other -> other != line
                                && other.counts.contains(one.features().count()));
        boolean apposed = one.isBareCount() && one.span().start() - lastEnd <= 2;
        return !strange && (that || counted) || apposed ? line : null;
    }

    /** "The proposal": right behind an offer, or where the article has no plan, what was spoken of last. */
    private static boolean isBare(Candidate one) {
        Features features = one.features();
        return features.definite()
                && !features.isNamed()
                && features.owner() == null
                && features.body() == null
                && BARE.contains(one.head().lemma());
    }

    /** "the offer": what was offered before, whatever it was called. */
    private static boolean isOffer(Candidate one) {
        Features features = one.features();
        return features.definite()
                && !features.isNamed()
                && features.owner() == null
                && one.head().lemma().equals("offer");
    }

    /** "its 12 points", where a text stands before it: the text's points, and nobody's else. */
    private boolean isOfText(Candidate one) {
        return "its".equals(one.features().owner())
                && one.head().use() == Head.Use.COUNTED
                && lastBefore(one.span().start()) != null;
    }

    /** "runs to 9 points, against 14 in the draft of May": the numbers that its sentence gives as those of its versions. */
    private Set<Integer> toldBeside(Candidate one) {
        Set<Integer> told = new HashSet<>();
        Span sentence = one.sentence().span();
        Counts.Count has = Counts.has(article.text(), one.span(), sentence.end());
        if (has != null) {
            told.add(has.now());
        }
        for (Counts.Count change : Counts.changes(article.text(sentence), sentence.start())) {
            told.add(change.now());
            if (change.before() != null) {
                told.add(change.before());
            }
        }
        return told;
    }

    private void answers() {
        Map<ParsedSentence, List<Candidate>> bySentence = new IdentityHashMap<>();
        lines.forEach(line -> line.members
                .keySet()
                .forEach(one -> bySentence
                        .computeIfAbsent(one.sentence(), none -> new ArrayList<>())
                        .add(one)));
        for (List<Candidate> here : bySentence.values()) {
            for (Candidate one : here.subList(0, Math.min(here.size(), MOST))) {
                Line line = byPlace.get(one.span().start());
                Candidate to = making.answered(one, here.subList(0, Math.min(here.size(), MOST)));
                Line other = to == null ? null : byPlace.get(to.span().start());
                if (other != null && other != line && line.respondsTo == null && other.respondsTo != line) {
                    line.respondsTo = other;
                    line.response = one.span().cover(to.span());
                }
            }
        }
        List<Line> plans =
                lines.stream().filter(line -> line.family.equals("plan")).toList();
        for (Line line : lines) {
            boolean counters = line.heads.stream().anyMatch(COUNTERS::contains);
            if (line.respondsTo == null && plans.size() == 1 && line != plans.get(0)) {
                Candidate first = line.members.keySet().iterator().next();
                Candidate published = line.members.keySet().stream()
                        .filter(m -> m.features().count() != null && making.verb(m) != null)
                        .findFirst()
                        .orElse(null);
                if (counters || (line.family.equals("terms") && published != null)) {
                    line.respondsTo = plans.get(0);
                    line.response = counters ? first.span() : published.span();
                }
            }
        }
    }

    private void withdrawals() {
        for (Line line : lines) {
            for (Candidate one : line.members.keySet()) {
                Word verb = making.takenBack(one.noun());
                if (verb != null) {
                    withdrawn(line, verb);
                }
            }
        }
        for (ParsedSentence sentence : article.sentences()) {
            for (Word word : sentence.words()) {
                Word verb = IT.contains(word.lower()) ? making.takenBack(word) : null;
                Line meant = verb == null ? null : lastBefore(word.start());
                if (meant != null) {
                    withdrawn(meant, verb);
                }
            }
        }
    }

    private void withdrawn(Line line, Word verb) {
        if (line.withdrawn == null && !article.inQuotation(verb)) {
            DateExpression date = making.dateOf(verb);
            Span words = verb.subtreeSpan();
            line.withdrawn = words;
            line.withdrawnOn = date == null ? null : date.date();
        }
    }

    /** The proposal spoken of last before this place, in this sentence or the one before. */
    private Line lastBefore(int at) {
        Map.Entry<Integer, Line> nearest = byPlace.lowerEntry(at);
        return nearest == null || nearest.getKey() < at - FAR ? null : nearest.getValue();
    }
}
