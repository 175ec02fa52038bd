package org.parley.extraction.parse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads one name the same way all through a text: whoever is named in full or with a title once is a person wherever the last name stands alone, and
 * of several readings of a single word the most frequent is taken.
 */
final class SameNames {

    private static final int PERSON = NameTagger.begin(EntityType.PERSON);
    private static final int PLACE = NameLists.COUNTRY | NameLists.CAPITAL | NameLists.DEMONYM;

    private final List<Encoded> sentences;
    private final List<int[]> marks;
    private final List<int[]> labels;
    private final IntTable families = new IntTable();
    /** By form: how often it stands alone under each label. */
    private final Map<Integer, int[]> readings = new HashMap<>();

    SameNames(List<Encoded> sentences, List<int[]> marks, List<int[]> labels) {
        this.sentences = sentences;
        this.marks = marks;
        this.labels = labels;
    }

    /** @param properNoun whether a tag, by its number, is one of proper nouns */
    void apply(List<int[]> tags, boolean[] properNoun) {
        for (int s = 0; s < sentences.size(); s++) {
            collect(sentences.get(s), marks.get(s), labels.get(s));
        }
        for (int s = 0; s < sentences.size(); s++) {
            Encoded e = sentences.get(s);
            int[] l = labels.get(s);
            for (int i = 1; i <= e.n; i++) {
                boolean free = e.capital[i] && properNoun[tags.get(s)[i]] && (marks.get(s)[i] & PLACE) == 0;
                if (!free || !alone(l, i)) {
                    continue;
                }
                boolean known = families.get(e.exact[i]) != 0;
                boolean namedOn = e.capital[i + 1] && l[i + 1] != NameTagger.OUTSIDE;
                if (known && !namedOn) {
                    l[i] = PERSON;
                } else if (!known && l[i] != NameTagger.OUTSIDE) {
                    l[i] = mostFrequent(readings.get(e.exact[i]), l[i]);
                }
            }
        }
    }

    private void collect(Encoded e, int[] marked, int[] l) {
        for (int i = 1; i <= e.n; i++) {
            if (!e.capital[i]) {
                continue;
            }
            boolean titled = i > 1 && (marked[i - 1] & (NameLists.TITLE | NameLists.TITLE << NameLists.INSIDE)) != 0;
            boolean last = l[i] == NameTagger.inside(EntityType.PERSON) && l[i + 1] != l[i];
            if (last || (titled && l[i] == PERSON && alone(l, i))) {
                families.put(e.exact[i], 1);
            }
            if (l[i] != NameTagger.OUTSIDE && alone(l, i)) {
                readings.computeIfAbsent(e.exact[i], k -> new int[NameTagger.LABELS])[l[i]]++;
            }
        }
    }

    /** Whether no name of several words reaches this one. */
    private static boolean alone(int[] l, int i) {
        return !NameTagger.isInside(l[i]) && (l[i] == NameTagger.OUTSIDE || l[i + 1] != l[i] + 1);
    }

    private static int mostFrequent(int[] counts, int own) {
        int best = own;
        for (int k = 0; counts != null && k < counts.length; k++) {
            best = counts[k] > counts[best] ? k : best;
        }
        return best;
    }
}
