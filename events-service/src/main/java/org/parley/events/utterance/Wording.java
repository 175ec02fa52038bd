package org.parley.events.utterance;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.extraction.StatementForm;

/**
 * The words of a statement in comparable form.
 *
 * @param all every word, without punctuation and accents
 * @param quoted the words in quotation marks, in order, one list for each quotation
 * @param telling the words that carry the sense, without endings
 * @param tellingQuoted the same of the quotations alone
 */
public record Wording(List<String> all, List<List<String>> quoted, Set<String> telling, Set<String> tellingQuoted) {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[.,]\\p{N}+)*(?:['\u2019]\\p{L}+)?");
    /** A closing single mark is an apostrophe where a letter follows. */
    private static final Pattern QUOTATION = Pattern.compile(
            "[\"\u201C]([^\"\u201C\u201D]+)[\"\u201D]?|(?<![\\p{L}\\p{N}])[\u2018']((?:[^\u2018\u2019']|[\u2019'](?=\\p{L}))+)[\u2019']?");

    private static final Set<String> PLAIN = Set.of(
            "a", "an", "the", "and", "or", "but", "nor", "so", "as", "at", "by", "for", "from", "in", "into", "of",
            "off", "on", "onto", "out", "over", "to", "up", "with", "about", "than", "then", "that", "this", "these",
            "those", "which", "who", "whom", "whose", "what", "when", "where", "how", "if", "it", "its", "he", "him",
            "his", "she", "her", "they", "them", "their", "we", "us", "our", "i", "me", "my", "you", "your", "is",
            "are", "was", "were", "be", "been", "being", "am", "do", "does", "did", "has", "have", "had", "will",
            "would", "shall", "should", "can", "could", "may", "might", "must", "there", "here", "also", "just", "very",
            "only", "own", "said", "one", "it's", "that's", "we're", "i'm", "don't");

    /** The words of a content. */
    public static Wording of(String content, StatementForm form) {
        List<List<String>> quoted = new ArrayList<>();
        Matcher marked = QUOTATION.matcher(content);
        while (marked.find()) {
            quoted.add(words(marked.group(1) == null ? marked.group(2) : marked.group(1)));
        }
        List<String> all = words(content);
        if (quoted.isEmpty() && form == StatementForm.DIRECT) {
            // An answer behind its speaker's name needs no marks.
            quoted.add(all);
        }
        Set<String> tellingQuoted = new LinkedHashSet<>();
        quoted.forEach(words -> tellingQuoted.addAll(telling(words)));
        return new Wording(all, List.copyOf(quoted), telling(all), tellingQuoted);
    }

    /** Words in lower case, without accents and punctuation. */
    public static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        Matcher word = WORD.matcher(plain.toLowerCase(Locale.ROOT).replace('\u2019', '\''));
        while (word.find()) {
            words.add(word.group());
        }
        return words;
    }

    private static Set<String> telling(List<String> words) {
        Set<String> telling = new LinkedHashSet<>();
        for (String word : words) {
            if (!PLAIN.contains(word)) {
                telling.add(stem(word));
            }
        }
        return telling;
    }

    /** Rough, and the same for both sides: "kilometres" meets "kilometers", "binding" meets "binds". */
    static String stem(String word) {
        String stem = word.replaceFirst("'s$", "").replaceFirst("tres?$", "ter");
        for (String ending : List.of(
                "ations", "ation", "itions", "ition", "ions", "ion", "ingly", "ings", "ing", "edly", "ed", "ies", "es",
                "s", "e", "y")) {
            if (stem.endsWith(ending) && stem.length() - ending.length() >= 3) {
                return stem.substring(0, stem.length() - ending.length());
            }
        }
        return stem;
    }

    /** How many words in a row, at most, two quotations share, counting only rows with {@code telling} words of sense. */
    static int commonRun(List<String> one, List<String> other, int telling) {
        int longest = 0;
        for (int i = 0; i < one.size(); i++) {
            for (int j = 0; j < other.size(); j++) {
                int run = 0;
                while (i + run < one.size()
                        && j + run < other.size()
                        && one.get(i + run).equals(other.get(j + run))) {
                    run++;
                }
                if (run > longest && telling(one.subList(i, i + run)).size() >= telling) {
                    longest = run;
                }
            }
        }
        return longest;
    }

    /** The longest of {@link #commonRun} of any two quotations. */
    public int commonQuotedRun(Wording other, int telling) {
        int longest = 0;
        for (List<String> mine : quoted) {
            for (List<String> theirs : other.quoted) {
                longest = Math.max(longest, commonRun(mine, theirs, telling));
            }
        }
        return longest;
    }

    /** Whether a quotation of one, of so many words at least, stands whole inside one of the other. */
    boolean holdsWholeQuotation(Wording other, int words) {
        return wholeIn(other, words) || other.wholeIn(this, words);
    }

    private boolean wholeIn(Wording other, int words) {
        return quoted.stream()
                .filter(mine -> mine.size() >= words)
                .anyMatch(mine -> other.quoted.stream().anyMatch(theirs -> commonRun(mine, theirs, 1) == mine.size()));
    }

    /**
     * Whether two quotations have words of sense in common, one right behind the other, and something else between them: verbatim
     * is one of them at most.
     */
    public boolean differsBetween(Wording other) {
        return quoted.size() == 1
                && other.quoted.size() == 1
                && common(tellingQuoted, other.tellingQuoted) >= 3
                && differBetween(quoted.get(0), other.quoted.get(0));
    }

    private static boolean differBetween(List<String> one, List<String> other) {
        List<String> mine = one.stream().map(Wording::stem).toList();
        List<String> theirs = other.stream().map(Wording::stem).toList();
        int last = -1;
        for (int i = 0; i < mine.size(); i++) {
            if (PLAIN.contains(one.get(i)) || !theirs.contains(mine.get(i))) {
                continue;
            }
            if (last >= 0) {
                int from = theirs.indexOf(mine.get(last));
                int to = theirs.indexOf(mine.get(i));
                Set<String> here = telling(one.subList(last + 1, i));
                Set<String> there = from < to ? telling(other.subList(from + 1, to)) : Set.of();
                if (!here.isEmpty() && !there.isEmpty() && common(here, there) == 0) {
                    return true;
                }
            }
            last = i;
        }
        return false;
    }

    static double jaccard(Set<String> one, Set<String> other) {
        int common = common(one, other);
        int all = one.size() + other.size() - common;
        return all == 0 ? 0 : (double) common / all;
    }

    static int common(Set<String> one, Set<String> other) {
        return (int) one.stream().filter(other::contains).count();
    }
}
