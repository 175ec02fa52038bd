package org.parley.events.actor;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.events.receipt.Receipt;
import org.parley.events.table.NewRows;
import org.parley.extraction.Span;
import org.parley.extraction.Speaker;
import org.parley.extraction.names.CountryWord;
import org.parley.extraction.names.Gazetteers;

/** Reads from how somebody is called the side they speak for: "Velmaran foreign minister", "the envoy of Lusande". */
public final class Sides {

    private static final Gazetteers GAZETTEERS = Gazetteers.load();
    private static final Pattern NAME = Pattern.compile(
            "(?:\\b(for|to|on|with|in|at|from|against|of)\\s+(?:the\\s+)?)?(\\p{Lu}[\\p{L}.-]*(?:\\s\\p{Lu}[\\p{L}.-]*){0,3})(['\u2019]s?(?=\\s|$))?");
    /** "Special envoy for Ukraine" and "ambassador to Paris" do not speak for those. */
    private static final Set<String> NOT_THEIR_SIDE = Set.of("for", "to", "on", "with", "in", "at", "from", "against");
    /** What turns a country's name into its adjective, and what the name may end with instead. */
    private static final List<String> ADJECTIVE = List.of("ian", "ean", "an", "n", "ese", "ish", "i", "ic", "ite");

    private static final List<String> NAME_ENDS = List.of("", "a", "e", "ia", "y", "o", "os");
    private static final int SHORTEST = 4;
    /** The end of what a state calls its offices and bodies. */
    private static final Pattern OFFICE = Pattern.compile(
            "(?:minist(?:er|ry)|president|presidency|premier|chancellor|secretary|commissioner|governor|envoy|ambassador|negotiator|general|admiral|colonel|marshal|prince|princess|king|queen|emperor|sultan|emir|sheikh|speaker|chief|leader|mediator|diplomat|delegate|spokes(?:man|woman|person)|representative|senator|lawmaker|deputy|government|cabinet|parliament|senate|army|navy|forces|staff|military|police|office|council|court|embassy|delegation|mission|treasury|house)$");

    private record SideRow(
            UUID id,
            UUID actorId,
            String norm,
            int weight,
            UUID articleId,
            int articleVersion,
            Receipt receipt,
            Instant knownAt) {}

    private Sides() {}

    /**
     * Somebody as an article calls them.
     *
     * @param names their own, which tell no side
     * @param words where they are called so
     */
    public record Called(UUID actor, Set<String> names, Span words) {}

    /** Adds the sides that an article version shows. */
    public static void add(NewRows into, List<Called> all, String text, UUID article, int version, Instant now) {
        List<SideRow> rows = new ArrayList<>();
        Set<List<Object>> seen = new HashSet<>();
        for (Called called : all) {
            of(called.words().of(text), called.names()).forEach((norm, weight) -> {
                if (seen.add(List.of(called.actor(), norm))) {
                    rows.add(new SideRow(
                            UuidCreator.getTimeOrderedEpoch(),
                            called.actor(),
                            norm,
                            weight,
                            article,
                            version,
                            Receipt.of(text, called.words()),
                            now));
                }
            });
        }
        into.add("actor_side", rows);
    }

    /**
     * The states that an article shows somebody speak for, under names that it prints itself: "Velmara" where it has a
     * "Velmaran minister". A known country needs no printing.
     */
    public static Set<Speaker> states(List<Called> all, String text, Set<String> people) {
        Set<Speaker> states = new LinkedHashSet<>();
        for (Called called : all) {
            of(called.words().of(text), called.names()).forEach((norm, weight) -> {
                if (weight > 1 && !people.contains(norm)) {
                    GAZETTEERS
                            .country(capitalised(norm))
                            .filter(word -> word.kind() == CountryWord.Kind.NAME)
                            .map(word -> word.country().name())
                            .or(() -> printed(norm, text))
                            .ifPresent(name ->
                                    states.add(new Speaker(name, Speaker.Kind.STATE, List.of(name), null, null)));
                }
            });
        }
        return states;
    }

    private static String capitalised(String norm) {
        StringBuilder name = new StringBuilder();
        for (String word : norm.split(" ")) {
            name.append(name.isEmpty() ? "" : " ")
                    .append(word.substring(0, 1).toUpperCase(Locale.ROOT))
                    .append(word.substring(1));
        }
        return name.toString();
    }

    /** One word, as names of states are when their adjective is; and not only in the possessive of somebody's name. */
    private static Optional<String> printed(String norm, String text) {
        String name = capitalised(norm);
        return norm.contains(" ")
                        || !Pattern.compile("(?<![\\p{L}-])" + Pattern.quote(name) + "(?![\\p{L}-])")
                                .matcher(text)
                                .find()
                ? Optional.empty()
                : Optional.of(name);
    }

    /** The names that a side may go by, each with how telling it is. */
    static Map<String, Integer> of(String words, Set<String> ownNames) {
        Set<String> own = new HashSet<>();
        ownNames.forEach(name -> own.addAll(List.of(Names.normalised(name).split(" "))));
        Map<String, Integer> sides = new LinkedHashMap<>();
        Matcher name = NAME.matcher(words);
        while (name.find()) {
            if (name.group(1) == null || !NOT_THEIR_SIDE.contains(name.group(1))) {
                add(sides, name.group(2), name.group(3) != null, own);
            }
        }
        return sides;
    }

    /** A run of capitals may begin with the side and go on with an office or the person's own name. */
    private static void add(Map<String, Integer> sides, String run, boolean possessive, Set<String> own) {
        String[] words = run.split(" ");
        for (int length = words.length; length > 0; length--) {
            String part = String.join(" ", List.of(words).subList(0, length));
            String norm = Names.normalised(part);
            boolean ends = endsInOffice(List.of(words).subList(length, words.length), own);
            if (norm.isEmpty() || !ends || List.of(norm.split(" ")).stream().anyMatch(own::contains)) {
                continue;
            }
            GAZETTEERS
                    .country(part)
                    .filter(word -> word.kind() != CountryWord.Kind.CAPITAL)
                    .ifPresent(word -> sides.merge(
                            Names.normalised(word.country().name()),
                            word.kind() == CountryWord.Kind.NAME && !possessive ? 1 : 2,
                            Math::max));
            sides.merge(norm, possessive ? 2 : 1, Math::max);
            if (length == 1) {
                adjective(norm).forEach(name -> sides.merge(name, 2, Math::max));
            }
        }
    }

    /**
     * Whether what follows a side's name is somebody's office or a body of the state, and their own name: "Velmaran Foreign
     * Minister Ode Kallur". "Velmara Steel Federation" is a name of its own.
     */
    private static boolean endsInOffice(List<String> words, Set<String> own) {
        for (int i = words.size() - 1; i >= 0; i--) {
            String word = Names.normalised(words.get(i));
            if (!own.containsAll(List.of(word.split(" ")))) {
                return OFFICE.matcher(word).find();
            }
        }
        return true;
    }

    private static Set<String> adjective(String word) {
        Set<String> names = new HashSet<>();
        for (String ending : ADJECTIVE) {
            String stem = word.endsWith(ending) ? word.substring(0, word.length() - ending.length()) : "";
            if (stem.length() >= SHORTEST) {
                NAME_ENDS.forEach(end -> names.add(stem + end));
            }
        }
        names.remove(word);
        return names;
    }
}
