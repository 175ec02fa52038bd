package org.parley.events.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Articles about invented negotiations, always the same ones: twenty articles on each negotiation, ten attributed statements in an
 * article, each remark reported by two or three of them, so many negotiations going on at a time, one such season after the other.
 * One in five names people by their surnames alone.
 */
public final class GeneratedDossiers {

    private static final int ARTICLES = 20;
    private static final int STATEMENTS = 10;
    private static final int REMARKS = 80;
    private static final String[] SYLLABLES =
            ("ba be bor dan del dor fa fel gar hel jo ka kel lan lor ma mer mir na nor os pa per ra rin sa"
                            + " sel ta tor val ven zor")
                    .split(" ");
    private static final List<String> FIRST = List.of(
            "Anna", "Boris", "Clara", "Daniel", "Elena", "Felix", "Greta", "Hugo", "Irene", "Jonas", "Karin", "Leo");
    private static final List<String> OFFICES =
            List.of("foreign minister", "prime minister", "president", "special envoy", "defence minister");
    private static final List<String> DAYS = List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday");
    private static final List<String> KINDS = List.of("plan", "framework", "draft", "proposal");
    private static final List<String> SAID = List.of(
            "%1$s said on %2$s that %3$s.",
            "“%4$s,” %1$s told reporters on %2$s.",
            "%1$s warned that %3$s.",
            "According to %1$s, %3$s.",
            "“%4$s,” said %1$s.");
    private static final List<String> VIEWS = List.of(
            "the %1$s was a basis for further talks on %2$s and %3$s",
            "the %1$s could not be accepted while %2$s stayed closed to %3$s",
            "his government supported the %1$s, with %2$s and without %3$s",
            "the %1$s left the question of %2$s and %3$s open",
            "nobody from %2$s or %3$s had yet seen the last page of the %1$s",
            "the %1$s would be signed at %2$s once %3$s had been cleared",
            "talks on the %1$s would go on in %2$s until %3$s was heard");
    private static final List<String> BETWEEN = List.of(
            "The delegations met behind closed doors for the third day in a row.",
            "Trade between the two countries has fallen by a third since the border was closed.",
            "The building, a former customs house, has been used for talks before.",
            "The United Nations had lent rooms in Geneva.");

    private static final ObjectMapper JSON = new ObjectMapper();

    private record Person(String name, String office, String country) {}

    private record Remark(Person person, String view) {}

    private record Negotiation(String host, String guest, List<Remark> remarks, String proposal) {}

    private final Random random;
    private final int negotiations;
    private final List<Negotiation> season = new ArrayList<>();
    private final Set<String> invented = new TreeSet<>();
    private int written;

    /**
     * Starts anew.
     *
     * @param seed others make other names
     * @param negotiations how many go on at a time
     */
    public GeneratedDossiers(long seed, int negotiations) {
        this.random = new Random(seed);
        this.negotiations = negotiations;
    }

    /** Articles until the next negotiations begin. */
    public int season() {
        return negotiations * ARTICLES;
    }

    /** The invented words so far, of which names are made, in small letters. */
    public Set<String> invented() {
        return Set.copyOf(invented);
    }

    /** Another word of this length that a name may be made of. */
    static String word(Random random, int length) {
        while (true) {
            StringBuilder word = new StringBuilder();
            while (word.length() < length) {
                word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
            }
            if (word.length() == length) {
                return word.toString();
            }
        }
    }

    /** The next articles, a line of JSON each. */
    String next(int articles) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < articles; i++) {
            lines.append(line()).append('\n');
        }
        return lines.toString();
    }

    /** The next article, as sources-service takes it. */
    String line() {
        try {
            return JSON.writeValueAsString(article());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The members of the next article. */
    public Map<String, String> article() {
        if (written % season() == 0) {
            season.clear();
            for (int i = 0; i < negotiations; i++) {
                season.add(negotiation(i));
            }
        }
        Negotiation negotiation = season.get(written % negotiations);
        int outlet = random.nextInt(200);
        List<String> paragraphs = new ArrayList<>(
                List.of("Negotiators from %s and %s returned on %s to the %s that %s put forward last month."
                        .formatted(
                                negotiation.host(),
                                negotiation.guest(),
                                pick(DAYS),
                                negotiation.proposal(),
                                negotiation.host())));
        for (int i = 0; i < STATEMENTS; i++) {
            paragraphs.add(statement(negotiation, i));
        }
        Map<String, String> article = new LinkedHashMap<>();
        article.put("id", "generated-" + written);
        article.put("outlet", "Outlet " + outlet);
        article.put("url", "https://outlet%d.example.org/%d".formatted(outlet, written));
        article.put(
                "headline",
                "%s and %s at odds over %s".formatted(negotiation.host(), negotiation.guest(), negotiation.proposal()));
        article.put("published", published().toInstant(ZoneOffset.UTC).toString());
        article.put("language", "en");
        article.put("text", String.join("\n\n", paragraphs) + "\n");
        written++;
        return article;
    }

    /** A season is ten days, whatever came before it. */
    private LocalDateTime published() {
        LocalDateTime start = LocalDateTime.of(2027, 1, 4, 6, 0).plusDays(written / season() % 300);
        return start.plusDays(written % season() * 10L / season()).plusSeconds(random.nextInt(40_000));
    }

    private String statement(Negotiation negotiation, int number) {
        Remark remark = pick(negotiation.remarks());
        Person person = remark.person();
        String office = person.country() + "’s " + person.office() + " ";
        String who = written % 5 == 4
                ? office + person.name().replaceFirst(".* ", "")
                : number < 5 ? office + person.name() : person.name();
        String view = remark.view();
        String sentence = pick(SAID).formatted(who, pick(DAYS), view, capital(view));
        return number % 3 == 2 ? sentence + " " + pick(BETWEEN) : sentence;
    }

    private Negotiation negotiation(int number) {
        String host = name(4) + "ia";
        String guest = name(4) + "land";
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            people.add(new Person(
                    pick(FIRST) + " " + name(4), OFFICES.get(i % OFFICES.size()), i % 2 == 0 ? host : guest));
        }
        String proposal = "%d-point %s".formatted(5 + number, pick(KINDS));
        List<Remark> remarks = new ArrayList<>();
        for (int i = 0; i < REMARKS; i++) {
            remarks.add(new Remark(pick(people), pick(VIEWS).formatted(proposal, name(4), name(4))));
        }
        return new Negotiation(host, guest, remarks, proposal);
    }

    private String name(int syllables) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            name.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        invented.add(name.toString());
        return capital(name.toString());
    }

    private <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
