package org.parley.extraction.names;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lists of countries, titles, news outlets and first names. They are hints, not decisions: a name that is missing here is still a name.
 * Look-ups are by whole phrase, case counts except for titles. Immutable, so it may be shared between threads.
 */
public final class Gazetteers {

    /** A count of one gender this many times the other makes a name tell the gender. */
    private static final int CLEAR = 9;

    private final Map<String, CountryWord> countries = new HashMap<>();
    private final Map<String, String> titles = new HashMap<>();
    private final Map<String, Outlet> outlets = new HashMap<>();
    private final Map<String, Gender> firstNames = new HashMap<>(30_000);

    private Gazetteers() {}

    /** Reads the lists from the class path; some 20 milliseconds. */
    public static Gazetteers load() {
        Gazetteers g = new Gazetteers();
        Table.read("countries.tsv", 5, g::country);
        Table.read("titles.tsv", 2, g::title);
        Table.read("outlets.tsv", 3, g::outlet);
        Table.read("first-names.tsv", 3, row -> g.firstNames.put(row[0], gender(row[1], row[2])));
        // ours are about people in the news, so they win over the counts of one country's births
        Table.read(
                "first-names-world.tsv",
                2,
                row -> g.firstNames.put(row[0], row[1].equals("f") ? Gender.FEMALE : Gender.MALE));
        return g;
    }

    private void country(String[] row) {
        Country c = new Country(row[0], words(row[1]), words(row[2]), words(row[3]), words(row[4]));
        put(c, c.names(), CountryWord.Kind.NAME);
        put(c, c.capitals(), CountryWord.Kind.CAPITAL);
        put(c, c.demonyms(), CountryWord.Kind.DEMONYM);
        put(c, c.metonyms(), CountryWord.Kind.METONYM);
    }

    private void put(Country c, List<String> words, CountryWord.Kind kind) {
        words.forEach(w -> countries.putIfAbsent(w, new CountryWord(c, kind)));
    }

    private void outlet(String[] row) {
        Outlet o = new Outlet(row[0], row[2]);
        outlets.putIfAbsent(row[0], o);
        words(row[1]).forEach(w -> outlets.putIfAbsent(w, o));
    }

    /** British print has "Mr" and "Gen" where American print has "Mr." and "Gen.". */
    private void title(String[] row) {
        String title = row[0].toLowerCase(Locale.ROOT);
        titles.putIfAbsent(title, row[1]);
        titles.putIfAbsent(title.endsWith(".") ? title.substring(0, title.length() - 1) : title, row[1]);
    }

    private static List<String> words(String cell) {
        List<String> out = new ArrayList<>();
        for (String w : cell.split(";", -1)) {
            if (!w.isBlank()) {
                out.add(w.strip());
            }
        }
        return List.copyOf(out);
    }

    private static Gender gender(String female, String male) {
        long f = Long.parseLong(female);
        long m = Long.parseLong(male);
        return f >= CLEAR * m ? Gender.FEMALE : m >= CLEAR * f ? Gender.MALE : Gender.UNKNOWN;
    }

    /** Whether {@code word} is a first name of any gender ("Andriy", "Jean"). */
    public boolean isFirstName(String word) {
        return firstNames.containsKey(word);
    }

    /** What {@code firstName} tells; UNKNOWN for a name that is not listed or given to both. */
    public Gender gender(String firstName) {
        return firstNames.getOrDefault(firstName, Gender.UNKNOWN);
    }

    /** The country that a name, capital, demonym or metonym stands for. */
    public Optional<CountryWord> country(String words) {
        return Optional.ofNullable(countries.get(words));
    }

    /**
     * What kind of title or role {@code words} are, in any case: "head of state or government", "minister", "spokesperson", "honorific" ... as the
     * table has them.
     */
    public Optional<String> titleKind(String words) {
        return Optional.ofNullable(titles.get(words.toLowerCase(Locale.ROOT)));
    }

    /** The news organisation or platform of that name. */
    public Optional<Outlet> outlet(String name) {
        return Optional.ofNullable(outlets.get(name));
    }

    public Set<String> countryWords() {
        return Collections.unmodifiableSet(countries.keySet());
    }

    /** Lower case. */
    public Set<String> titles() {
        return Collections.unmodifiableSet(titles.keySet());
    }

    public Set<String> outletNames() {
        return Collections.unmodifiableSet(outlets.keySet());
    }

    public Set<String> firstNames() {
        return Collections.unmodifiableSet(firstNames.keySet());
    }
}
