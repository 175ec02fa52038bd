package org.parley.extraction.parse;

import java.util.List;

/**
 * How a text writes its capitalised words elsewhere: "Yermak" alone is easier to read where "Andriy Yermak", "Mr Yermak" or "Yermak said" stands in another
 * sentence.
 */
final class DocumentMemory {

    private static final int KNOWN = 1;
    private static final int MID_SENTENCE = 1 << 1;
    private static final int AFTER_TITLE = 1 << 2;
    private static final int AFTER_FIRST_NAME = 1 << 3;
    private static final int BESIDE_SAID = 1 << 4;
    private static final int AFTER_PLACE_WORD = 1 << 5;
    private static final int AFTER_THE = 1 << 6;
    private static final int POSSESSIVE = 1 << 7;
    private static final int LOWER_CASE = 1 << 8;

    private static final IntTable SAID =
            hashes("said says told added wrote asked replied warned argued insisted stated noted who");
    private static final IntTable PLACE_WORDS = hashes("in at from near to into outside");
    private static final int THE = Encoded.wordHash("the");
    private static final int GENITIVE = Encoded.wordHash("'s");

    private final IntTable seen = new IntTable();
    private final IntTable lower = new IntTable();
    private final IntTable labels = new IntTable();

    DocumentMemory(List<Encoded> sentences, List<int[]> lists) {
        for (int s = 0; s < sentences.size(); s++) {
            read(sentences.get(s), lists.get(s));
        }
    }

    private void read(Encoded e, int[] lists) {
        for (int i = 1; i <= e.n; i++) {
            if (!e.capital[i]) {
                lower.put(e.word[i], 1);
                continue;
            }
            int bits = KNOWN;
            if (i > 1) {
                boolean capitalBefore = e.capital[i - 1];
                bits |= Character.isLetter(e.tokens.get(i - 2).form().charAt(0)) ? MID_SENTENCE : 0;
                bits |= (lists[i - 1] & (NameLists.TITLE | NameLists.TITLE << NameLists.INSIDE)) != 0 && capitalBefore
                        ? AFTER_TITLE
                        : 0;
                bits |= (lists[i - 1] & NameLists.FIRST_NAME) != 0 ? AFTER_FIRST_NAME : 0;
                bits |= PLACE_WORDS.get(e.word[i - 1]) != 0 ? AFTER_PLACE_WORD : 0;
                bits |= e.word[i - 1] == THE ? AFTER_THE : 0;
            }
            bits |= (i > 1 && SAID.get(e.word[i - 1]) != 0) || SAID.get(e.word[i + 1]) != 0 ? BESIDE_SAID : 0;
            bits |= e.word[i + 1] == GENITIVE ? POSSESSIVE : 0;
            seen.or(e.exact[i], bits);
        }
    }

    private static IntTable hashes(String words) {
        IntTable t = new IntTable();
        for (String w : words.split(" ", -1)) {
            t.put(Encoded.wordHash(w), 1);
        }
        return t;
    }

    /** What the whole text shows of this form; 0 for a word that is never capitalised. */
    int shows(Encoded e, int i) {
        int bits = seen.get(e.exact[i]);
        return bits == 0 ? 0 : bits | (lower.get(e.word[i]) != 0 ? LOWER_CASE : 0);
    }

    boolean person(int shows) {
        return (shows & (AFTER_TITLE | AFTER_FIRST_NAME)) != 0;
    }

    /** The label last given to this form, plus one; 0 for none. */
    int lastLabel(Encoded e, int i) {
        return labels.get(e.exact[i]);
    }

    void labelled(Encoded e, int i, int label) {
        labels.put(e.exact[i], label + 1);
    }
}
