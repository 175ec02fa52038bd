package org.parley.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.parley.extraction.parse.Example;

/**
 * Copies of documents in which other people act: each person's name is replaced by an invented one throughout, some places' and peoples' too. The
 * name tagger learns from them beside the originals; without them it knows the people of its training text rather than names.
 */
final class NameSwap {

    private static final String PERSON = "PERSON";

    private final Random random;
    private final InventedNames names;
    private final Map<String, List<String>> firsts = new HashMap<>();
    private final Map<String, List<String>> families = new HashMap<>();
    private final Map<String, String> places = new HashMap<>();

    NameSwap(Random random, InventedNames names) {
        this.random = random;
        this.names = names;
    }

    List<Example> document(List<Example> original) {
        firsts.clear();
        families.clear();
        places.clear();
        for (Example x : original) {
            for (int[] m : mentions(x, PERSON)) {
                if (m[1] > m[0] + 1) {
                    meet(x.forms().get(m[0]), x.forms().get(m[1] - 1));
                }
            }
        }
        return original.stream().map(this::sentence).toList();
    }

    private void meet(String first, String family) {
        boolean familyFirst = random.nextInt(8) == 0;
        firsts.computeIfAbsent(first, k -> familyFirst ? names.family() : List.of(names.first()));
        families.computeIfAbsent(family, k -> familyFirst ? names.given() : names.family());
    }

    private Example sentence(Example x) {
        List<String> forms = new ArrayList<>();
        List<String> tags = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < x.size(); i++) {
            String label = x.labels()[i];
            List<String> other = List.of(x.forms().get(i));
            if (label.equals("B-" + PERSON)) {
                int end = end(x, i);
                other = person(x, i, end);
                i = end - 1;
            } else if (label.startsWith("B-")
                    && (label.endsWith("GPE") || label.endsWith("NORP"))
                    && end(x, i) == i + 1) {
                other = List.of(place(other.get(0), label));
            }
            for (int k = 0; k < other.size(); k++) {
                forms.add(other.get(k));
                labels.add(k == 0 ? label : "I-" + label.substring(2));
                tags.add(other.get(k).equals("-") ? "HYPH" : x.tags()[Math.min(i, x.size() - 1)]);
            }
        }
        int n = forms.size();
        String[] relations = new String[n];
        Arrays.fill(relations, "dep");
        return new Example(forms, tags.toArray(String[]::new), new int[n], relations, labels.toArray(String[]::new));
    }

    private List<String> person(Example x, int start, int end) {
        String first = x.forms().get(start);
        String last = x.forms().get(end - 1);
        if (end - start == 1) {
            List<String> known = families.containsKey(last) ? families.get(last) : firsts.get(last);
            return known != null ? known : families.computeIfAbsent(last, k -> names.family());
        }
        List<String> out = new ArrayList<>(firsts.get(first));
        if (end - start > 2 && random.nextBoolean()) {
            out.add(random.nextBoolean() ? (char) ('A' + random.nextInt(26)) + "." : names.first());
        }
        out.addAll(families.get(last));
        return out;
    }

    private String place(String form, String label) {
        if (!Character.isUpperCase(form.charAt(0)) || form.length() < 4) {
            return form;
        }
        return places.computeIfAbsent(
                form, k -> random.nextInt(10) > 2 ? form : label.endsWith("GPE") ? names.place() : names.people());
    }

    private static List<int[]> mentions(Example x, String type) {
        List<int[]> out = new ArrayList<>();
        for (int i = 0; i < x.size(); i++) {
            if (x.labels()[i].equals("B-" + type)) {
                out.add(new int[] {i, end(x, i)});
            }
        }
        return out;
    }

    private static int end(Example x, int start) {
        int end = start + 1;
        while (end < x.size() && x.labels()[end].equals("I-" + x.labels()[start].substring(2))) {
            end++;
        }
        return end;
    }
}
