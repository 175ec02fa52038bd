package org.parley.extraction.parse;

import java.util.List;
import org.parley.extraction.names.CountryWord;
import org.parley.extraction.names.Gazetteers;
import org.parley.extraction.text.Token;
import org.parley.extraction.text.Tokenizer;

/** The gazetteers as hashes of token runs: marks which tokens begin or continue a listed phrase. */
final class NameLists {

    static final int FIRST_NAME = 1;
    static final int COUNTRY = 1 << 1;
    static final int CAPITAL = 1 << 2;
    static final int DEMONYM = 1 << 3;
    static final int METONYM = 1 << 4;
    static final int TITLE = 1 << 5;
    static final int OUTLET = 1 << 6;
    /** Shifted by this, a bit says that the token continues a phrase. */
    static final int INSIDE = 8;

    private static final int LONGEST = 6;

    private final IntTable exact = new IntTable();
    private final IntTable anyCase = new IntTable();
    /** The first token's hash: how many tokens its longest phrase has. */
    private final IntTable longest = new IntTable();

    NameLists(Gazetteers g) {
        g.firstNames().forEach(n -> put(exact, n, FIRST_NAME, true));
        g.outletNames().forEach(n -> put(exact, n, OUTLET, true));
        g.titles().forEach(t -> put(anyCase, t, TITLE, false));
        for (String w : g.countryWords()) {
            put(exact, w, bit(g.country(w).orElseThrow()), true);
        }
    }

    private static int bit(CountryWord word) {
        return switch (word.kind()) {
            case NAME -> COUNTRY;
            case CAPITAL -> CAPITAL;
            case DEMONYM -> DEMONYM;
            case METONYM -> METONYM;
        };
    }

    private void put(IntTable table, String phrase, int bit, boolean caseCounts) {
        List<Token> tokens = Tokenizer.tokenize(phrase);
        if (tokens.isEmpty() || tokens.size() > LONGEST) {
            return;
        }
        int h = 0;
        for (Token t : tokens) {
            h = join(h, caseCounts ? Encoded.exactHash(t.form()) : Encoded.wordHash(t.form()));
        }
        table.or(h, bit);
        int first = Encoded.wordHash(tokens.get(0).form());
        longest.put(first, Math.max(longest.get(first), tokens.size()));
    }

    private static int join(int h, int next) {
        return (h * 0x01000193 ^ next) * 0x9E3779B1 + 1;
    }

    /** Bits of tokens 1 to n: the longest phrase of each list that begins at a token counts. */
    int[] mark(Encoded e) {
        int[] bits = new int[e.n + 2];
        for (int i = 1; i <= e.n; i++) {
            int most = Math.min(longest.get(e.word[i]), e.n - i + 1);
            int hx = 0;
            int hw = 0;
            int seen = 0;
            int[] found = most == 0 ? null : new int[most];
            for (int k = 0; k < most; k++) {
                hx = join(hx, e.exact[i + k]);
                hw = join(hw, e.word[i + k]);
                found[k] = exact.get(hx) | anyCase.get(hw);
            }
            for (int k = most - 1; k >= 0; k--) {
                int fresh = found[k] & ~seen;
                seen |= fresh;
                bits[i] |= fresh;
                for (int j = 1; j <= k && fresh != 0; j++) {
                    bits[i + j] |= fresh << INSIDE;
                }
            }
        }
        return bits;
    }
}
