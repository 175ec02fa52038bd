package org.parley.extraction.proposal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.parley.extraction.ExtractedVersion.Order;
import org.parley.extraction.Span;
import org.parley.extraction.detail.DateExpression;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.proposal.Counts.Count;
import org.parley.extraction.syntax.Article;

/** Which version of a proposal each phrase of an article means, by number, by "original" and "revised", by date, else by what is current there. */
final class Versions {

    private static final Pattern REPLACES = Pattern.compile(
            "(?s),? (?:which |that |now |would |will |is to |has |had )*(?:replac|supersed|supplant)\\p{L}+ ");

    private final Article article;
    private final Making making;
    private final Line line;
    private final Map<ParsedSentence, List<Candidate>> all;

    /** @param all the phrases of all proposals by their sentences, in order */
    Versions(Article article, Making making, Line line, Map<ParsedSentence, List<Candidate>> all) {
        this.all = all;
        this.article = article;
        this.making = making;
        this.line = line;
    }

    void tell() {
        List<Candidate> bare = new ArrayList<>();
        for (Map.Entry<Candidate, Slot> member : line.members.entrySet()) {
            Candidate one = member.getKey();
            ParsedSentence sentence = one.sentence();
            Count has = Counts.has(article.text(), one.span(), sentence.span().end());
            Slot slot = explicit(one, has);
            member.setValue(slot);
            if (slot == null && one.isBareCount()) {
                continue;
            } else if (slot == null) {
                bare.add(one);
            } else {
                noteDate(one, slot);
            }
        }
        for (Candidate one : line.members.keySet()) { // "had 16 points when it was first presented in May"
            if (one.isBareCount()) {
                line.versions().stream()
                        .filter(s -> one.features().count().equals(s.count))
                        .findFirst()
                        .ifPresent(slot -> noteDate(one, slot));
            }
        }
        LengthTold.note(article, line, all);
        changes();
        replacements();
        unify();
        for (Candidate one : bare) {
            Slot slot = line.members.get(one) == null
                    ? current(one)
                    : line.members.get(one).now();
            line.members.put(one, slot);
            if (one.features().sponsor() != null) {
                slot.sponsors.add(one.features().sponsor());
            }
            noteDate(one, slot);
        }
        unify();
        chain();
    }

    private Slot explicit(Candidate one, Count has) {
        Features features = one.features();
        int at = one.span().start();
        if (one.isBareCount()) {
            return null;
        }
        Integer count = features.count() != null ? features.count() : has == null ? null : Integer.valueOf(has.now());
        Slot slot = null;
        if (ordered(one)) {
            int versions = line.versions().size();
            slot = line.ordered(features.order(), features.ordinal() > 1 ? features.ordinal() : 0, at);
            slot.past |= line.versions().size() > versions && features.order() == Order.FIRST;
        }
        if (count != null) {
            Slot counting = slot != null
                            && slot.count == null
                            && line.versions().stream().noneMatch(s -> count.equals(s.count))
                    ? slot
                    : features.ordinal() > 1 && slot.count == null ? slot : line.counting(count, at);
            if (slot != null && slot != counting && (slot.count == null || slot.count.equals(count))) {
                slot.mergeInto(counting);
            }
            slot = counting;
            slot.count = count;
            slot.counted = slot.counted == null ? has == null ? one.span() : has.span() : slot.counted;
        }
        if (slot != null && features.sponsor() != null) {
            slot.sponsors.add(features.sponsor());
        }
        return slot;
    }

    /** "the new draft" is a later version; "a new list" is another list. */
    private static boolean ordered(Candidate one) {
        Features features = one.features();
        return features.ordinal() > 1
                || (features.order() != null && (one.family().equals("plan") || features.definite()));
    }

    private void noteDate(Candidate one, Slot slot) {
        DateExpression date = making.date(one);
        if (date != null && slot.date == null && date.date().equals(date.latest())) {
            slot.date = date.date();
            slot.dated = date.span();
        }
    }

    /** "cut from 16 points to 12", in the sentences that name this proposal. */
    private void changes() {
        for (ParsedSentence sentence : line.members.keySet().stream()
                .map(Candidate::sentence)
                .distinct()
                .toList()) {
            Span span = sentence.span();
            for (Count change : Counts.changes(article.text(span), span.start())) {
                if (!line.members.containsKey(subject(sentence, change))) {
                    continue;
                }
                Slot now = nowOf(sentence, change);
                Slot before = change.before() == null
                        ? beforeOf(sentence, now)
                        : line.counting(change.before(), change.span().start());
                if (before != null && before != now) {
                    before.count = before.count == null ? change.before() : before.count;
                    before.counted = before.counted == null ? change.span() : before.counted;
                    before.past |= before.since >= change.span().start();
                    before.order = before.order == null ? Order.FIRST : before.order;
                    now.order = now.order == null ? Order.LATER : now.order;
                    now.comesFrom(before, change.span());
                    versionCompared(sentence, change, before);
                }
            }
        }
    }

    /** "the shorter draft replaces the one of May": which came from which, whatever their numbers. */
    private void replacements() {
        List<Candidate> members = List.copyOf(line.members.keySet());
        for (int i = 0; i + 1 < members.size(); i++) {
            Candidate one = members.get(i);
            Candidate other = members.get(i + 1);
            Slot now =
                    line.members.get(one) == null ? null : line.members.get(one).now();
            Slot before = line.members.get(other) == null
                    ? null
                    : line.members.get(other).now();
            if (now != null
                    && before != null
                    && now != before
                    && one.sentence() == other.sentence()
                    && REPLACES.matcher(article.text()
                                    .substring(one.span().end(), other.span().start()))
                            .matches()) {
                before.order = before.order == null ? Order.FIRST : before.order;
                before.past |= before.since >= one.span().start();
                now.order = now.order == null ? Order.LATER : now.order;
                now.comesFrom(before, one.span().cover(other.span()));
            }
        }
    }

    /** Of the phrases of a sentence the one a change is told of: the nearest before it, else the first. */
    private Candidate subject(ParsedSentence sentence, Count change) {
        List<Candidate> here = all.get(sentence);
        return here.stream()
                .filter(one -> one.span().start() < change.span().end())
                .reduce((first, second) -> second)
                .orElse(here.get(0));
    }

    /** "12, against 14 in the version sent round in May": what stands behind the old number is the old version. */
    private void versionCompared(ParsedSentence sentence, Count change, Slot before) {
        for (Candidate one : all.get(sentence)) {
            int gap = one.span().start() - change.span().end();
            if (line.members.containsKey(one)
                    && gap >= 0
                    && gap < 12
                    && article.text()
                            .substring(change.span().end(), one.span().start())
                            .matches("\\s(?:\\w+ )?(?:in|of) ")) {
                line.members.put(one, before);
                noteDate(one, before);
            }
        }
    }

    private Slot nowOf(ParsedSentence sentence, Count change) {
        Slot counted = line.versions().stream()
                .filter(s -> s.count != null && s.count == change.now())
                .findFirst()
                .orElse(null);
        for (Candidate one : all.get(sentence)) {
            Slot slot =
                    line.members.get(one) == null ? null : line.members.get(one).now();
            if (slot != null
                    && slot.rank() >= 10
                    && slot.count == null) { // "a shorter text, cut to 11 articles from 14"
                slot.count = change.now();
                slot.counted = change.span();
                if (counted != null) {
                    slot.mergeInto(counted);
                }
                return slot.now();
            }
        }
        Slot slot = counted == null ? line.add(change.span().start()) : counted;
        slot.count = change.now();
        slot.counted = slot.counted == null ? change.span() : slot.counted;
        slot.since = Math.min(slot.since, change.span().start());
        return slot;
    }

    /** "the 28-point plan was cut to 19 points": what was spoken of with another number. */
    private Slot beforeOf(ParsedSentence sentence, Slot now) {
        return line.versions().stream()
                .filter(s ->
                        s != now && s.count != null && s.since < sentence.span().end())
                .max(Comparator.comparingInt(s -> s.since))
                .orElse(null);
    }

    /** Makes one of what two words name: "the first draft" is what the text was cut from. */
    private void unify() {
        Slot first = one(s -> s.order == Order.FIRST && s.count == null);
        Slot was = only(s -> s.count != null
                && line.versions().stream().anyMatch(o -> o.previous != null && o.previous.now() == s)
                && s.previous == null);
        if (first != null && was != null) {
            first.mergeInto(was);
        }
        Slot later = one(s -> s.order == Order.LATER && s.ordinal == 0 && s.count == null);
        Slot counted = only(s -> s.count != null && s.order == Order.LATER && s.ordinal == 0);
        Slot ordinal = only(s -> s.ordinal > 0);
        if (later != null && ordinal != null) {
            later.mergeInto(ordinal);
        } else if (later != null && counted != null) {
            later.mergeInto(counted);
        } else if (later != null) {
            Slot other = only(s -> s.count != null && s.order == null);
            boolean original = line.versions().stream().anyMatch(s -> s.order == Order.FIRST);
            if (other != null && original) {
                later.mergeInto(other);
            }
        }
        Slot original = one(s -> s.order == Order.FIRST);
        for (Slot slot : line.versions()) {
            boolean dateOnly = slot.date != null && slot.count == null && slot.order == null && slot.ordinal == 0;
            if (original != null && slot != original && dateOnly && slot.date.equals(original.date)) {
                slot.mergeInto(original);
            }
        }
    }

    private Slot one(java.util.function.Predicate<Slot> which) {
        return line.versions().stream().filter(which).findFirst().orElse(null);
    }

    private Slot only(java.util.function.Predicate<Slot> which) {
        List<Slot> all = line.versions().stream().filter(which).toList();
        return all.size() == 1 ? all.get(0) : null;
    }

    /** What "the text" means at its place: the latest version told so far. */
    private Slot current(Candidate one) {
        int at = one.span().start();
        DateExpression date = making.date(one);
        Slot past = date == null ? null : dated(one, date);
        if (past != null) {
            return past;
        }
        String sponsor = one.features().sponsor();
        Slot told = line.versions().stream()
                .filter(s -> s.since < at && !s.past)
                .max(Comparator.<Slot>comparingInt(s -> sponsor != null && s.sponsors.contains(sponsor) ? 1 : 0)
                        .thenComparingInt(Slot::rank)
                        .thenComparingInt(s -> s.since))
                .orElse(null);
        if (told == null) { // what comes up next, unless that is what was before
            told = line.versions().stream()
                    .filter(s -> !s.past && s.since >= at)
                    .min(Comparator.<Slot>comparingInt(s -> s.since).thenComparingInt(s -> -s.rank()))
                    .orElse(null);
        }
        return told == null ? line.add(at) : told;
    }

    /** "the February text", "the September 4 draft": a version of its own, unless one of that day is known. */
    private Slot dated(Candidate one, DateExpression date) {
        if (!one.span().contains(date.span())) {
            return null;
        }
        for (Slot slot : line.versions()) {
            if (slot.date != null && !slot.date.isBefore(date.date()) && !slot.date.isAfter(date.latest())) {
                return slot;
            }
        }
        Slot first = one(s -> s.order == Order.FIRST && s.date == null);
        if (first == null && date.date().equals(date.latest())) {
            first = line.add(one.span().start());
        }
        return first;
    }

    /** Where the text tells an original and one that is later, the later one comes from the original. */
    private void chain() {
        Slot first = one(s -> s.order == Order.FIRST);
        Slot later = only(s -> s.order == Order.LATER);
        if (first != null && later != null && later.previous == null) {
            Span words = line.members.entrySet().stream()
                    .filter(m -> m.getValue() != null
                            && m.getValue().now() == later
                            && m.getKey().features().order() == Order.LATER)
                    .map(m -> m.getKey().span())
                    .findFirst()
                    .orElse(later.counted);
            later.comesFrom(first, words);
        }
    }
}
