package org.parley.extraction.attribution;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.parley.extraction.names.Gazetteers;
import org.parley.extraction.parse.EntityType;
import org.parley.extraction.parse.Word;
import org.parley.extraction.text.Table;

/** Who can speak: people, bodies, states; not "it", "the plan" or "the move". */
public final class Speakers {

    private static final Set<String> NEVER = Set.of(
            "it",
            "that",
            "which",
            "this",
            "each",
            "these",
            "those",
            "there",
            "what",
            "nothing",
            "everything",
            "itself");
    private static final Set<String> PEOPLE = Set.of(
            "he",
            "she",
            "they",
            "we",
            "i",
            "who",
            "many",
            "some",
            "others",
            "several",
            "one",
            "both",
            "everyone",
            "all",
            "most",
            "few",
            "you",
            "another",
            "other",
            "two",
            "three",
            "neither",
            "none");

    private static final Set<String> BODIES = Set.of(
            "ministry",
            "office",
            "government",
            "council",
            "committee",
            "commission",
            "company",
            "party",
            "union",
            "agency",
            "court",
            "department",
            "police",
            "army",
            "group",
            "organisation",
            "organization",
            "association",
            "embassy");

    private final Gazetteers gazetteers;
    private final Set<String> animate = new HashSet<>();
    private final Set<String> documents = new HashSet<>();

    public Speakers(Gazetteers gazetteers) {
        this.gazetteers = gazetteers;
        for (String title : gazetteers.titles()) {
            animate.add(title.substring(title.lastIndexOf(' ') + 1));
        }
        for (String[] row : Table.rows("attribution/speaking-nouns.tsv", Speakers.class)) {
            ("document".equals(row[1]) ? documents : animate).add(row[0]);
        }
    }

    /** Whether a word of saying may have this subject at all. */
    boolean maySpeak(Word head) {
        return head != null && !NEVER.contains(head.lower());
    }

    /** Whether it surely is somebody: needed where the word of saying is also used of things ("suggests", "shows"). */
    public boolean isSomebody(Word head) {
        if (head == null || NEVER.contains(head.lower())) {
            return false;
        }
        if (PEOPLE.contains(head.lower()) || isNamed(head)) {
            return true;
        }
        String lemma = head.lemma().toLowerCase(Locale.ROOT);
        return animate.contains(lemma)
                || animate.contains(head.lower())
                || (head.isProperNoun() && !documents.contains(lemma))
                || isPresented(head);
    }

    /** "the guild's bell-ringer, Jon Arm". */
    private static boolean isPresented(Word head) {
        return head.isNoun() && head.kids("appos").stream().anyMatch(k -> k.is(EntityType.PERSON));
    }

    /** "The report said", "the statement read". */
    public boolean isDocument(Word head) {
        return head != null && documents.contains(head.lemma().toLowerCase(Locale.ROOT));
    }

    boolean isNamed(Word head) {
        return head.is(EntityType.PERSON)
                || head.is(EntityType.ORG)
                || head.is(EntityType.GPE)
                || head.is(EntityType.NORP)
                || (head.isProperNoun()
                        && (gazetteers.country(head.form()).isPresent()
                                || gazetteers.outlet(head.form()).isPresent()));
    }

    /** A ministry, a state, a company; nobody in person. */
    public boolean isBody(Word head) {
        return head.is(EntityType.ORG)
                || head.is(EntityType.GPE)
                || BODIES.contains(head.lemma().toLowerCase(Locale.ROOT));
    }

    boolean isOutlet(String name) {
        return gazetteers.outlet(name).isPresent();
    }
}
