package org.parley.extraction.proposal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.extraction.ExtractedVersion.Order;
import org.parley.extraction.names.Gazetteers;
import org.parley.extraction.parse.EntityType;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.text.Table;

/** Reads off a phrase that may name a proposal what it tells of it. Immutable. */
final class PhraseReader {

    private static final Set<String> VAGUE = Set.of(
            "any", "no", "every", "each", "some", "such", "another", "what", "which", "either", "neither", "many",
            "several", "various", "other");
    private static final Set<String> DEFINITE = Set.of("the", "this", "that", "these", "those");
    private static final Set<String> BEHIND = Set.of(
            "backed",
            "drafted",
            "brokered",
            "sponsored",
            "proposed",
            "led",
            "authored",
            "mediated",
            "supported",
            "written",
            "designed",
            "crafted",
            "initiated",
            "championed");
    private static final Set<String> UNITS = Set.of("point", "article", "item", "paragraph", "step", "page", "clause");
    /** What one has a plan or a draft of without anybody's consent. */
    private static final Set<String> PRIVATE = Set.of(
            "backup",
            "business",
            "contingency",
            "currency",
            "data",
            "electricity",
            "energy",
            "escape",
            "family",
            "flight",
            "floor",
            "fuel",
            "game",
            "gas",
            "gift",
            "heating",
            "health",
            "insurance",
            "lesson",
            "marketing",
            "master",
            "meal",
            "phone",
            "power",
            "record",
            "savings",
            "seating",
            "stock",
            "telephone",
            "travel");

    private static final Set<String> TIMES = Set.of("hour", "day", "week", "month", "year");
    private static final Map<String, Integer> ORDINALS = Map.of("second", 2, "third", 3, "fourth", 4, "fifth", 5);

    private final Map<String, String> modifiers = new HashMap<>();
    private final Gazetteers gazetteers;

    PhraseReader(Gazetteers gazetteers) {
        this.gazetteers = gazetteers;
        for (String[] row : Table.rows("proposal/modifiers.tsv", MentionFinder.class)) {
            modifiers.put(row[0], row[1]);
        }
    }

    /**
     * What the words from one place to the head noun tell; null where they name nothing ("any plan").
     *
     * @param to place of the head noun
     */
    Features features(ParsedSentence sentence, int from, int to, Head head) {
        Word first = sentence.word(from);
        if (VAGUE.contains(first.lower()) && from < to) {
            return null;
        }
        Integer count = null;
        String sponsor = null;
        Order order = null;
        int ordinal = 0;
        boolean topic = false;
        boolean definite = DEFINITE.contains(first.lower()) || first.tag().equals("PRP$");
        String body = null;
        List<String> names = new ArrayList<>();
        for (int i = from; i < to; i++) {
            Word word = sentence.word(i);
            boolean owns = i + 1 < to && sentence.word(i + 1).tag().equals("POS");
            body = owns && Bodies.has(word.lower()) ? word.lower() : body;
            String lower = word.lower();
            if (lower.equals("next")) {
                return null; // one that does not exist yet
            }
            definite |= word.tag().equals("POS");
            count = count != null ? count : count(sentence, i, to, head);
            String kind = modifiers.getOrDefault(lower, "");
            topic |= kind.equals("topic") || isSpan(sentence, i, to) || isSubject(word, sentence.word(to));
            order = kind.equals("first") ? Order.FIRST : kind.equals("later") ? Order.LATER : order;
            ordinal = ORDINALS.getOrDefault(lower, ordinal);
            sponsor = sponsor != null ? sponsor : sponsor(sentence, from, i, to);
            if (word.isProperNoun()
                    && !word.is(EntityType.DATE)
                    && gazetteers.country(word.form()).isEmpty()) {
                names.add(lower);
            }
        }
        count = count != null ? count : PhraseBorders.ofPoints(sentence, to);
        String own = PhraseBorders.ofOwn(sentence, to);
        String owner = own != null ? own : first.tag().equals("PRP$") && from < to ? first.lower() : null;
        definite |= own != null;
        order = order == null && head.lemma().equals("original") ? Order.FIRST : order;
        Integer behind = from == to ? numberBehind(sentence, to) : null;
        if (behind != null && head.family().equals("plan")) {
            order = behind > 1 ? Order.LATER : Order.FIRST;
            ordinal = behind;
        }
        return new Features(count, sponsor, owner, body, order, ordinal, definite, topic, names);
    }

    /** "draft two had more": which of them, where no article stands in front and nothing counted follows. */
    private static Integer numberBehind(ParsedSentence sentence, int noun) {
        if (noun + 1 >= sentence.size() || !sentence.word(noun).lower().matches("draft|version|text")) {
            return null;
        }
        Word behind = sentence.word(noun + 1);
        boolean counts = noun + 2 < sentence.size()
                && (sentence.word(noun + 2).isNoun()
                        || sentence.word(noun + 2).tag().startsWith("JJ")
                        || sentence.word(noun + 2).form().equals("-"));
        Integer number = counts || !behind.tag().equals("CD") ? null : Numbers.of(behind.lower());
        return number == null || number > 9 ? null : number;
    }

    /** "tuna accord", "load-shedding protocol": a common noun right in front says what it is about. */
    private static boolean isSubject(Word word, Word noun) {
        return (word.tag().equals("NN")
                        || word.tag().equals("NNS")
                        || word.tag().equals("VBG"))
                && word.hasRelation("compound")
                && word.head() == noun
                && word.entity() == null
                && !PRIVATE.contains(word.lower());
    }

    /** "90-day", "72-hour": how long something is to last names it. */
    private static boolean isSpan(ParsedSentence sentence, int i, int to) {
        Word word = sentence.word(i);
        boolean number = Numbers.of(word.lower()) != null;
        boolean hyphen = i + 2 < to && sentence.word(i + 1).form().equals("-");
        return number && hyphen && TIMES.contains(sentence.word(i + 2).lower());
    }

    /** The number in "28-point", "eight" of "eight conditions", "three-paragraph". */
    private static Integer count(ParsedSentence sentence, int i, int to, Head head) {
        String lower = sentence.word(i).lower();
        Integer number = Numbers.of(lower);
        boolean hyphen = i + 2 <= to && sentence.word(i + 1).form().equals("-");
        if (number != null && hyphen && UNITS.contains(sentence.word(i + 2).lower())) {
            return number;
        }
        boolean counted = head.use() == Head.Use.COUNTED || head.use() == Head.Use.PLURAL;
        if (number != null && i == to - 1 && counted) {
            return number;
        }
        int dash = lower.indexOf('-');
        return dash > 0 && UNITS.contains(lower.substring(dash + 1)) ? Numbers.of(lower.substring(0, dash)) : null;
    }

    /** "US-backed", "American", "Washington's": who is behind it, in the usual name. */
    private String sponsor(ParsedSentence sentence, int from, int i, int noun) {
        Word word = sentence.word(i);
        if (word.isPunctuation() || word.tag().equals("POS")) {
            return null;
        }
        boolean backed = i + 2 < sentence.size()
                && sentence.word(i + 1).form().equals("-")
                && BEHIND.contains(sentence.word(i + 2).lower());
        boolean owner = i + 1 < noun && sentence.word(i + 1).tag().equals("POS") && (word.isProperNoun());
        boolean country = word.isProperNoun() || word.tag().startsWith("JJ");
        for (int k = Math.max(from, i - 2); k <= i; k++) {
            String words = text(sentence, k, i);
            var known = gazetteers.country(words);
            if (known.isPresent() && country) {
                return known.get().country().name();
            }
        }
        if (backed || owner) {
            return word.is(EntityType.GPE)
                            || word.is(EntityType.ORG)
                            || word.is(EntityType.PERSON)
                            || word.isProperNoun()
                    ? entity(word)
                    : null;
        }
        return null;
    }

    private static String entity(Word word) {
        String name = word.entity() == null ? word.form() : word.entity().text().replaceAll("\\s+", " ");
        return name.replaceFirst("['\u2019]s?$", "");
    }

    private static String text(ParsedSentence sentence, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i <= to; i++) {
            text.append(i > from ? " " : "").append(sentence.word(i).form());
        }
        return text.toString();
    }
}
