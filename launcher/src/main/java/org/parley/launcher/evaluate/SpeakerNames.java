package org.parley.launcher.evaluate;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When two names are the same person's or organisation's. */
final class SpeakerNames {

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}");
    private static final Pattern GENITIVE = Pattern.compile("'s(?![\\p{L}\\p{N}_])");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Set<String> LEADING = Set.of("the", "a", "an", "mr", "mrs", "ms", "dr", "sir");

    /** Words that name an office or a kind of body; a name that consists of such alone names nobody. */
    private static final Set<String> GENERIC = Set.of(
            ("president minister spokesman spokeswoman spokesperson official officials department ministry party government"
                            + " state states united house office committee council university court church news agency"
                            + " national international world of for and in to on at jr sr")
                    .split(" "));

    private static final int MOST_MORE_WORDS = 8;

    private SpeakerNames() {}

    /** The words of a name, without accents, case, genitive and leading article or title. */
    static List<String> words(String name) {
        String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace('\u2019', '\'');
        Matcher matcher = WORD.matcher(GENITIVE.matcher(plain).replaceAll(""));
        List<String> words = new ArrayList<>();
        while (matcher.find()) {
            if (!words.isEmpty() || !LEADING.contains(matcher.group())) {
                words.add(matcher.group());
            }
        }
        return words;
    }

    /** Whether the predicted name is one of the gold's. */
    static boolean same(String predicted, List<String> golds) {
        List<String> words = words(predicted);
        return !words.isEmpty() && golds.stream().map(SpeakerNames::words).anyMatch(gold -> same(words, gold));
    }

    private static boolean same(List<String> predicted, List<String> gold) {
        if (gold.isEmpty()) {
            return false;
        }
        if (predicted.equals(gold)) {
            return true;
        }
        boolean predictedShorter = predicted.size() <= gold.size();
        List<String> shorter = predictedShorter ? predicted : gold;
        List<String> longer = predictedShorter ? gold : predicted;
        int more = longer.size() - shorter.size();
        // "Rubio" and "Marco Rubio", "Secretary of State Marco Rubio": the shorter is head or tail, and holds a word
        // that names.
        if (!GENERIC.containsAll(shorter)
                && (longer.subList(more, longer.size()).equals(shorter)
                        || longer.subList(0, shorter.size()).equals(shorter))) {
            return true;
        }
        // "John Baird, Environment Minister" and "John Baird": all of the gold's words stand together.
        return gold.size() > 1
                && predicted.size() <= gold.size() + MOST_MORE_WORDS
                && Collections.indexOfSubList(predicted, gold) >= 0;
    }
}
