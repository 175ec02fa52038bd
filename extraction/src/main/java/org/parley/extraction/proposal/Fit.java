package org.parley.extraction.proposal;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whether a phrase can name the proposal that others of its article name, and how much speaks for it. */
final class Fit {

    /** Words for any text, in all its versions. */
    private static final Set<String> GENERIC = Set.of(
            "plan",
            "proposal",
            "draft",
            "text",
            "document",
            "version",
            "revision",
            "framework",
            "accord",
            "deal",
            "agreement",
            "package",
            "paper",
            "point",
            "article",
            "item",
            "treaty");

    /** Words for any offer. */
    private static final Set<String> ANY_OFFER = Set.of("offer", "idea");

    /** Different words for one kind of offer: "the truce" may be "the pause". */
    private static final List<Set<String>> ALIKE =
            List.of(Set.of("truce", "pause", "ceasefire", "freeze", "moratorium"), Set.of("swap", "exchange"));

    private Fit() {}

    static boolean of(Line line, Candidate one) {
        String sponsor = one.features().sponsor();
        boolean same = sponsor == null || line.sponsors.isEmpty() || says(line, sponsor);
        if (!same
                || isOfAnotherBody(line, one)
                || isAnotherText(line, one)
                || isAnotherOffer(line, one)
                || isNew(line, one)) {
            return false;
        }
        boolean numbered = line.family.equals("plan")
                || line.counts.isEmpty()
                || one.features().count() == null
                || line.counts.contains(one.features().count());
        boolean offers = !line.family.equals("offer")
                || line.heads.stream().anyMatch(head -> alike(head, one.head().lemma()))
                || ANY_OFFER.contains(one.head().lemma())
                || one.features().names().isEmpty() && line.heads.stream().anyMatch(ANY_OFFER::contains);
        return numbered && offers;
    }

    /** "the commission's draft" is no party's, and a party's is not the commission's. */
    private static boolean isOfAnotherBody(Line line, Candidate one) {
        String body = one.features().body();
        String sponsor = one.features().sponsor();
        if (body != null && !line.sponsors.isEmpty()) {
            return line.sponsors.stream().noneMatch(s -> Bodies.isName(s, body));
        }
        return body == null
                && sponsor != null
                && !line.bodies.isEmpty()
                && line.bodies.stream().noneMatch(b -> Bodies.isName(sponsor, b));
    }

    private static boolean alike(String one, String other) {
        return one.equals(other) || ALIKE.stream().anyMatch(words -> words.contains(one) && words.contains(other));
    }

    /** "the Grey Lake exchange" beside somebody else's offer: a name of its own. */
    private static boolean isAnotherOffer(Line line, Candidate one) {
        List<String> names = one.features().names();
        return line.family.equals("offer")
                && one.features().sponsor() == null
                && !names.isEmpty()
                && !line.sponsors.isEmpty()
                && names.stream().noneMatch(name -> line.names.contains(name) || says(line, name))
                && line.sponsors.stream()
                        .noneMatch(sponsor -> List.of(
                                        sponsor.toLowerCase(Locale.ROOT).split(" "))
                                .containsAll(names));
    }

    /** "an offer of its own", "a 90-day contract": what is told as new, with a word of its own, is another thing than what was named before. */
    private static boolean isNew(Line line, Candidate one) {
        if (line.own || isOwn(one)) {
            String sponsor = one.features().sponsor();
            boolean says = sponsor != null && says(line, sponsor);
            return !says && (isOwn(one) || sponsor != null || one.features().isNamed());
        }
        Features features = one.features();
        boolean told =
                Naming.INDEFINITE.contains(one.sentence().word(one.from()).lower());
        boolean made = features.sponsor() != null && features.count() == null && features.order() == null;
        boolean ownWord = one.head().use() == Head.Use.LOCAL
                || (features.topic()
                        && !features.tellsVersion()
                        && one.head().use() != Head.Use.COUNTED
                        && !one.noun().hasRelation("attr", "appos"));
        return told
                && (ownWord && !line.heads.contains(one.head().lemma())
                        || made && line.sponsors.isEmpty() && !line.counts.isEmpty());
    }

    static boolean isOwn(Candidate one) {
        return one.features().owner() != null
                && PhraseBorders.ofOwn(one.sentence(), one.noun().index()) != null;
    }

    /** Another number of points and a word or a maker of its own: "the seven-point arrangement", "her seven points" beside a draft of 12. */
    private static boolean isAnotherText(Line line, Candidate one) {
        Features features = one.features();
        boolean otherNumber = line.family.equals("plan")
                && features.count() != null
                && !line.counts.isEmpty()
                && !line.counts.contains(features.count())
                && features.order() == null
                && features.ordinal() == 0;
        String sponsor = features.sponsor();
        boolean ofAnother = one.head().use() == Head.Use.COUNTED
                && (sponsor != null
                        ? !says(line, sponsor)
                        : Set.of("his", "her").contains("" + features.owner()));
        // "her five points ... the seven points": a line that goes by its number and its maker alone
        boolean known = !line.sponsors.isEmpty() && line.onlyCounted;
        return otherNumber
                && (ofAnother
                        || known
                        || !GENERIC.contains(one.head().lemma())
                                && !line.heads.contains(one.head().lemma()));
    }

    /** Whether one of the sponsors is this one: a surname is the person whose full name has been told. */
    static boolean says(Line line, String sponsor) {
        String lower = sponsor.toLowerCase(Locale.ROOT);
        return line.sponsors.stream()
                .map(s -> s.toLowerCase(Locale.ROOT))
                .anyMatch(s -> s.equals(lower)
                        || s.endsWith(" " + lower)
                        || lower.endsWith(" " + s)
                        || s.startsWith(lower + " ")
                        || lower.startsWith(s + " "));
    }

    static int score(Line line, Candidate one) {
        String sponsor = one.features().sponsor();
        return (sponsor != null && says(line, sponsor) ? 4 : 0)
                + (sponsor == null && one.features().names().stream().anyMatch(line.names::contains) ? 2 : 0)
                + (line.heads.contains(one.head().lemma()) ? 1 : 0)
                - (one.head().lemma().equals("plan") && line.heads.stream().noneMatch(GENERIC::contains) ? 1 : 0);
    }
}
