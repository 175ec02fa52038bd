package org.parley.extraction.speaker;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.parley.extraction.names.Gazetteers;
import org.parley.extraction.names.Gender;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;

/** The persons of an article: mentions put together by surname, first name, honorific and role. */
final class People {

    private static final Set<String> NOT_A_SURNAME = Set.of("Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV");

    private final List<NameMention> mentions;
    private final Map<String, List<Person>> byWord = new HashMap<>();
    private final Set<Person> persons = new LinkedHashSet<>();
    private final TreeMap<Integer, NameMention> byPlace = new TreeMap<>();
    private final Map<NameMention, Person> bearer = new IdentityHashMap<>();
    private final Map<Person, Integer> lastSeen = new HashMap<>();
    private final RoleFinder roles;
    private final Article article;
    private final Gazetteers gazetteers;

    People(Article article, Gazetteers gazetteers) {
        this.article = article;
        this.gazetteers = gazetteers;
        mentions = new NameMentions(article, gazetteers).all();
        for (NameMention mention : mentions) {
            byPlace.put(mention.span().start(), mention);
            if (mention.name().indexOf(' ') > 0) {
                Person person = full(mention);
                bearer.put(mention, person);
                person.tell(mention.told());
                tellByName(person, gazetteers);
            }
        }
        roles = new RoleFinder(article, gazetteers);
        for (NameMention mention : mentions) {
            if (mention.name().indexOf(' ') > 0) {
                roles.addTo(bearer.get(mention), mention);
            }
        }
        for (NameMention mention : mentions) {
            Person person = bearer.computeIfAbsent(mention, m -> lone(m));
            if (mention.name().indexOf(' ') < 0) {
                person.tell(mention.told());
                tellByName(person, gazetteers);
                roles.addTo(person, mention);
            }
            lastSeen.put(person, mention.span().start());
        }
        for (int i = 0; i < mentions.size(); i++) {
            Role role = Counterparts.of(i, mentions, bearer::get, gazetteers);
            Person person = bearer.get(mentions.get(i));
            if (role != null && person.roles().isEmpty()) {
                person.add(role);
            }
        }
        LeadOffices.tell(article, mentions, bearer::get, roles);
    }

    /** The person named by a mention that covers this place, or null. */
    Person at(int place) {
        NameMention mention = mentionAt(place);
        return mention == null ? null : bearer.get(mention);
    }

    NameMention mentionAt(int place) {
        Map.Entry<Integer, NameMention> entry = byPlace.floorEntry(place);
        return entry != null && entry.getValue().span().contains(place) ? entry.getValue() : null;
    }

    Collection<NameMention> between(int from, int to) {
        return from < to ? byPlace.subMap(from, true, to, false).values() : List.of();
    }

    Person of(NameMention mention) {
        return bearer.get(mention);
    }

    /** The noun of an office told at length that this name is set beside, or null. */
    Word office(NameMention mention) {
        return Offices.of(mention, roles);
    }

    boolean isRoleNoun(Word word) {
        return roles.isRoleNoun(word);
    }

    /** Who answers in an interview that gives no name at the answers: the person named first as a subject, or null. */
    Person interviewee() {
        for (NameMention mention : mentions) {
            if (!mention.quoted() && mention.isSubject()) {
                return bearer.get(mention);
            }
        }
        return null;
    }

    /** For a surname: the first name and surname the article prints somewhere, even where the tagger saw no person there; else itself. */
    String fullName(String surname) {
        for (ParsedSentence sentence : article.sentences()) {
            for (int i = 1; i < sentence.size(); i++) {
                if (sentence.word(i).form().equals(surname)
                        && gazetteers.isFirstName(sentence.word(i - 1).form())) {
                    return sentence.word(i - 1).form() + " " + surname;
                }
            }
        }
        return surname;
    }

    List<NameMention> mentions() {
        return mentions;
    }

    Set<Person> persons() {
        return persons;
    }

    private Person full(NameMention mention) {
        String[] words = mention.name().split(" ");
        for (Person person : byWord.getOrDefault(surname(words), List.of())) {
            if (isSame(person.words(), words)) {
                person.add(mention.name());
                index(person);
                return person;
            }
        }
        Person person = new Person(mention.name());
        persons.add(person);
        index(person);
        return person;
    }

    private static boolean isSame(String[] a, String[] b) {
        if (a.length == 1 || b.length == 1 || !surname(a).equals(surname(b))) {
            return a.length == 1 || b.length == 1;
        }
        String x = a[0];
        String y = b[0];
        boolean initial = (x.length() == 2 && x.endsWith(".")) || (y.length() == 2 && y.endsWith("."));
        return x.equals(y) || (initial && x.charAt(0) == y.charAt(0));
    }

    /** A single name: the bearer of that surname, else of that name at any place; of several the one that fits, then the last met. */
    private Person lone(NameMention mention) {
        String word = mention.name();
        List<Person> candidates = new ArrayList<>();
        for (Person person : byWord.getOrDefault(word, List.of())) {
            if (person.mayBe(mention.told())) {
                candidates.add(person);
            }
        }
        if (candidates.size() > 1) {
            candidates = preferred(candidates, word, mention);
        }
        if (candidates.isEmpty()) {
            Person person = new Person(word);
            persons.add(person);
            index(person);
            return person;
        }
        Person best = candidates.get(0);
        for (Person person : candidates) {
            if (lastSeen.getOrDefault(person, -1) > lastSeen.getOrDefault(best, -1)) {
                best = person;
            }
        }
        best.add(word);
        return best;
    }

    private List<Person> preferred(List<Person> candidates, String word, NameMention mention) {
        List<Person> byRole =
                candidates.stream().filter(p -> roles.fits(p, mention)).toList();
        List<Person> pool = byRole.isEmpty() ? candidates : byRole;
        List<Person> bySurname =
                pool.stream().filter(p -> surname(p.words()).equals(word)).toList();
        return bySurname.isEmpty() ? pool : bySurname;
    }

    private void index(Person person) {
        for (String word : person.words()) {
            List<Person> bearers = byWord.computeIfAbsent(word, w -> new ArrayList<>(2));
            if (!bearers.contains(person)) {
                bearers.add(person);
            }
        }
    }

    private static String surname(String[] words) {
        int last = words.length - 1;
        while (last > 0 && NOT_A_SURNAME.contains(words[last])) {
            last--;
        }
        return words[last];
    }

    private static void tellByName(Person person, Gazetteers gazetteers) {
        String[] words = person.words();
        person.tell(gazetteers.gender(words[0]));
        person.tell(Honorifics.ofSurname(surname(words)));
        for (Role role : person.roles()) {
            person.tell(Honorifics.ofRole(role.head().lower()));
        }
        if (person.gender() == Gender.UNKNOWN && words.length > 1) {
            int hyphen = words[0].indexOf('-');
            person.tell(gazetteers.gender(hyphen > 0 ? words[0].substring(0, hyphen) : words[0]));
        }
    }
}
