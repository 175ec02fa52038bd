package org.parley.extraction.speaker;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.parley.extraction.Span;
import org.parley.extraction.names.Gazetteers;
import org.parley.extraction.parse.EntityType;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;
import org.parley.extraction.syntax.Clauses;

/** Whom "the minister", "Osterland's special envoy" or "the official" means. */
final class Descriptions {

    private static final Set<String> STATE_HEADS = Set.of(
            "president",
            "chancellor",
            "minister",
            "premier",
            "king",
            "queen",
            "ruler",
            "chairman",
            "secretary-general");
    private static final Set<String> SMALL = Set.of(
            "the", "a", "an", "of", "for", "'s", "\u2019s", "his", "her", "its", "their", "this", "that", "new",
            "former", "own", "and", "'", "\u2019", ",", "same");

    private static final int REMEMBERED = 200;

    private final Article article;
    private final People people;
    private final Gazetteers gazetteers;
    /** Descriptions met so far, to take "the official" back to "a senior official". */
    private final List<Seen> seen = new ArrayList<>();

    private record Seen(String noun, String words, Set<String> modifiers) {}

    Descriptions(Article article, People people, Gazetteers gazetteers) {
        this.article = article;
        this.people = people;
        this.gazetteers = gazetteers;
    }

    /** The named person that a definite phrase stands for, or null. */
    Person person(Word head, Span source) {
        for (Person person : people.persons()) {
            if (person.roles().stream().anyMatch(r -> r.head() == head)) {
                return person;
            }
        }
        if (head.tag().equals("NNS") || head.tag().equals("NNPS") || !isDefinite(head)) {
            return null;
        }
        Set<String> modifiers = modifiers(head);
        Person before = null;
        int beforeAt = -1;
        Person after = null;
        int afterAt = Integer.MAX_VALUE;
        for (Person person : people.persons()) {
            for (Role role : person.roles()) {
                if (isFormer(head) && !role.text().toLowerCase(Locale.ROOT).contains("former")) {
                    continue; // "the former minister" is not the minister
                }
                if (!sameOffice(head, role.head()) || !agree(modifiers, modifiers(role.head()))) {
                    continue;
                }
                int at = role.span().start();
                int near = lastMention(person, head.start());
                if (at < source.start()) {
                    if (Math.max(at, near) > beforeAt) {
                        before = person;
                        beforeAt = Math.max(at, near);
                    }
                } else if (at >= source.end() && at < afterAt) {
                    after = person;
                    afterAt = at;
                }
            }
        }
        Person best = before != null ? before : after;
        return best != null ? best : onlyHolder(head, modifiers);
    }

    /** "Osterland's special envoy" where the article knows one special envoy and does not say whose. */
    private Person onlyHolder(Word head, Set<String> modifiers) {
        Set<String> office = new HashSet<>(modifiers);
        boolean state = office.removeIf(m -> gazetteers.country(m).isPresent());
        state = office.removeAll(owners(head)) || state;
        Person only = null;
        for (Person person : state && !office.isEmpty() ? people.persons() : List.<Person>of()) {
            for (Role role : person.roles()) {
                Set<String> printed = modifiers(role.head());
                if (sameOffice(head, role.head()) && agree(office, printed) && agree(printed, office)) {
                    if (only != null && only != person) {
                        return null;
                    }
                    only = person;
                }
            }
        }
        return only;
    }

    private Set<String> owners(Word head) {
        Set<String> owners = new HashSet<>();
        for (Word kid : head.kids()) {
            boolean state = kid.hasRelation("poss") || kid.is(EntityType.GPE) || kid.is(EntityType.NORP);
            if (state && Character.isUpperCase(kid.form().charAt(0))) {
                owners.add(normal(kid.form()));
            }
        }
        return owners;
    }

    /** For "the official": the fuller phrase met before with that noun; else the phrase itself. */
    String fullest(Word head, Span source) {
        String words = Names.clean(article.text(source));
        String noun = head.lemma().toLowerCase(Locale.ROOT);
        Set<String> modifiers = modifiers(head);
        if (isDefinite(head) && modifiers.isEmpty()) {
            for (int i = seen.size() - 1; i >= 0 && seen.size() - i < REMEMBERED; i--) {
                if (seen.get(i).noun().equals(noun)) {
                    return seen.get(i).words();
                }
            }
        }
        seen.add(new Seen(noun, words, modifiers));
        return words;
    }

    private static boolean isFormer(Word head) {
        return head.kids().stream()
                .anyMatch(k -> k.lower().equals("former") || k.lower().equals("ex"));
    }

    private int lastMention(Person person, int before) {
        int last = -1;
        for (NameMention mention : people.between(Math.max(0, before - 3_000), before)) {
            if (people.of(mention) == person) {
                last = mention.span().start();
            }
        }
        return last;
    }

    private static boolean sameOffice(Word described, Word printed) {
        if (RoleFinder.sameNoun(described, printed)) {
            return true;
        }
        String a = described.lemma().toLowerCase(Locale.ROOT);
        String b = printed.lemma().toLowerCase(Locale.ROOT);
        return (a.equals("leader") && STATE_HEADS.contains(b))
                || (a.startsWith("spokes") && b.startsWith("spokes"))
                || (a.equals("envoy") && b.equals("negotiator"))
                || (a.equals("diplomat") && (b.equals("envoy") || b.equals("ambassador")));
    }

    static boolean isDefinite(Word head) {
        for (Word kid : head.kids()) {
            if (kid.hasRelation("det")) {
                return kid.lower().equals("the") || kid.lower().equals("this");
            }
            if (kid.hasRelation("poss")) {
                return true;
            }
        }
        return head.isProperNoun()
                || (!head.kids().isEmpty()
                        && Character.isUpperCase(head.kids().get(0).form().charAt(0)));
    }

    private Set<String> modifiers(Word head) {
        Set<String> words = new HashSet<>();
        for (Word word : Clauses.nounPhraseWords(head)) {
            if (word != head
                    && !SMALL.contains(word.lower())
                    && !word.isPunctuation()
                    && Character.isLetter(word.form().charAt(0))
                    && people.at(word.start()) == null
                    && !word.hasRelation("appos")) {
                words.add(normal(word.form()));
            }
        }
        return words;
    }

    private String normal(String word) {
        return gazetteers
                .country(word)
                .map(c -> c.country().name())
                .orElse(word)
                .toLowerCase(Locale.ROOT);
    }

    /** Every modifier of the shorter description is in the role, as it stands or by its stem ("Osterland", "Osterlandic"). */
    private static boolean agree(Set<String> described, Set<String> printed) {
        for (String word : described) {
            if (printed.stream().noneMatch(p -> p.equals(word) || stem(p).equals(stem(word)))) {
                return false;
            }
        }
        return true;
    }

    private static String stem(String word) {
        return word.length() > 5 ? word.substring(0, Math.min(word.length() - 1, 6)) : word;
    }
}
