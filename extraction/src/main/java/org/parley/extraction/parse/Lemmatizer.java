package org.parley.extraction.parse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Base forms by table and rule: "told" is tell, "vowed" vow, "envoys" envoy. What a suffix hides ("hoped" of hope, "hopped" of hop) is decided by a
 * list of verbs, and by spelling where the list does not know the verb.
 */
public final class Lemmatizer {

    private final Map<String, String> verbForms = new HashMap<>();
    private final Map<String, String> nounForms = new HashMap<>();
    private final Map<String, String> adjectiveForms = new HashMap<>();
    private final Set<String> verbs = new HashSet<>();

    private Lemmatizer() {}

    public static Lemmatizer load() {
        Lemmatizer l = new Lemmatizer();
        read("verbs.txt", l.verbs::add);
        read("irregular.tsv", line -> {
            String[] row = line.split("\t", -1);
            Map<String, String> table = switch (row[0]) {
                case "verb" -> l.verbForms;
                case "noun" -> l.nounForms;
                default -> l.adjectiveForms;
            };
            table.put(row[1], row[2]);
        });
        return l;
    }

    private static void read(String name, Consumer<String> each) {
        try (InputStream in = Lemmatizer.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + name);
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .forEach(each);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The base form of {@code form} with that Penn tag; lower case but for proper nouns. */
    public String lemma(String form, String tag) {
        return lemma(form, form.toLowerCase(Locale.ROOT).replace('\u2019', '\''), tag);
    }

    String lemma(String form, String lower, String tag) {
        return switch (tag) {
            case "NNP" -> form;
            case "NNPS" ->
                form.length() > 3 && form.endsWith("s") && !form.endsWith("ss")
                        ? form.substring(0, form.length() - 1)
                        : form;
            case "NNS" -> noun(lower);
            case "MD" -> modal(lower);
            case "JJR", "JJS", "RBR", "RBS" -> adjective(lower);
            case "RB" -> lower.equals("n't") ? "not" : lower;
            case "POS" -> lower;
            default -> tag.startsWith("VB") ? verb(lower, tag) : lower;
        };
    }

    private static String modal(String lower) {
        return switch (lower) {
            case "ca" -> "can";
            case "wo", "'ll" -> "will";
            case "sha" -> "shall";
            case "'d" -> "would";
            default -> lower;
        };
    }

    private String verb(String w, String tag) {
        if (tag.equals("VB") || (tag.equals("VBP") && !verbForms.containsKey(w))) {
            return w.equals("'ve") ? "have" : w;
        }
        if (w.equals("'s")) {
            return "be";
        }
        if (w.equals("'d")) {
            return "have";
        }
        if (w.equals("found") || (w.equals("lay") && tag.equals("VBD"))) {
            return w.equals("found") ? "find" : "lie";
        }
        String known = verbForms.get(w);
        if (known != null) {
            return known;
        }
        if (w.endsWith("ing") && w.length() > 4) {
            return base(w.substring(0, w.length() - 3));
        }
        if (w.endsWith("ied") || w.endsWith("ies")) {
            return w.substring(0, w.length() - 3) + "y";
        }
        if (w.endsWith("ed") && w.length() > 3) {
            return w.endsWith("eed") && verbs.contains(w) ? w : base(w.substring(0, w.length() - 2));
        }
        if (w.endsWith("s") && !w.endsWith("ss") && w.length() > 3) {
            return thirdPerson(w);
        }
        return prefixed(w);
    }

    /** The verb whose stem was left when "-ed" or "-ing" came off. */
    private String base(String stem) {
        if (verbs.contains(stem) && !verbs.contains(stem + "e")) {
            return stem;
        }
        if (verbs.contains(stem + "e")) {
            return stem + "e";
        }
        boolean doubled = stem.length() > 3 && stem.charAt(stem.length() - 1) == stem.charAt(stem.length() - 2);
        String single = stem.substring(0, stem.length() - 1);
        if (doubled && verbs.contains(single)) {
            return single;
        }
        if (doubled && "bdgkmnprt".indexOf(stem.charAt(stem.length() - 1)) >= 0) {
            return single;
        }
        return wantsE(stem) ? stem + "e" : stem;
    }

    /** By spelling: "-at", "-iz", "-v", "-c", "-ur", one vowel and one consonant in the last syllable, and the like. */
    private static boolean wantsE(String stem) {
        if (stem.length() < 2 || vowels(stem) == 0) {
            return stem.length() > 1;
        }
        char last = stem.charAt(stem.length() - 1);
        char before = stem.charAt(stem.length() - 2);
        if ("vcuz".indexOf(last) >= 0
                || (last == 's' && before != 's' && before != 'u')
                || (last == 'g' && "nrdu".indexOf(before) >= 0 && !stem.endsWith("ng"))) {
            return true;
        }
        if (stem.endsWith("ng")) {
            return (stem.endsWith("ang") && stem.length() > 4) || stem.endsWith("eng");
        }
        if (last == 'l' && "bcdfgkptz".indexOf(before) >= 0) {
            return true;
        }
        if (last == 't' && before == 'a' && stem.length() > 3 && !isVowel(stem.charAt(stem.length() - 3))) {
            return true;
        }
        return vowels(stem) == 1 && isVowel(before) && !isVowel(last) && "wxyh".indexOf(last) < 0;
    }

    private static int vowels(String s) {
        return (int) s.chars().filter(c -> isVowel((char) c)).count();
    }

    private static boolean isVowel(char c) {
        return "aeiou".indexOf(c) >= 0;
    }

    private String thirdPerson(String w) {
        String s = w.substring(0, w.length() - 1);
        if (w.endsWith("es")) {
            String es = w.substring(0, w.length() - 2);
            if (!verbs.contains(s)
                    && (es.endsWith("sh")
                            || es.endsWith("ch")
                            || es.endsWith("x")
                            || es.endsWith("ss")
                            || es.endsWith("zz")
                            || es.endsWith("o")
                            || verbs.contains(es))) {
                return es;
            }
        }
        return s;
    }

    /** "withheld" is in the table, "outspoke" is not: an irregular verb behind a prefix. */
    private String prefixed(String w) {
        for (String p : new String[] {"over", "under", "out", "re", "mis", "un", "fore", "with"}) {
            String rest = w.startsWith(p) ? verbForms.get(w.substring(p.length())) : null;
            if (rest != null && w.length() > p.length() + 2) {
                return p + rest;
            }
        }
        return w;
    }

    private String noun(String w) {
        String known = nounForms.get(w);
        if (known != null) {
            return known;
        }
        if (w.endsWith("men") && w.length() > 4) {
            return w.substring(0, w.length() - 2) + "an";
        }
        if (!w.endsWith("s") || w.endsWith("ss") || w.length() < 3) {
            return w;
        }
        if (w.endsWith("'s")) {
            return w.substring(0, w.length() - 2);
        }
        if (w.endsWith("ies") && w.length() > 4) {
            return w.substring(0, w.length() - 3) + "y";
        }
        if (w.endsWith("ches") || w.endsWith("shes") || w.endsWith("xes") || w.endsWith("sses") || w.endsWith("zzes")) {
            return w.substring(0, w.length() - 2);
        }
        return w.substring(0, w.length() - 1);
    }

    private String adjective(String w) {
        String known = adjectiveForms.get(w);
        if (known != null) {
            return known;
        }
        int cut = w.endsWith("est") ? 3 : w.endsWith("er") ? 2 : 0;
        if (cut == 0 || w.length() < cut + 3) {
            return w;
        }
        String stem = w.substring(0, w.length() - cut);
        if (stem.endsWith("i")) {
            return stem.substring(0, stem.length() - 1) + "y";
        }
        return stem.endsWith("gg") || stem.endsWith("tt") || stem.endsWith("nn")
                ? stem.substring(0, stem.length() - 1)
                : stem;
    }
}
