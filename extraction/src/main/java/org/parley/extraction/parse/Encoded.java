package org.parley.extraction.parse;

import java.util.List;
import org.parley.extraction.text.Token;

/**
 * A sentence's tokens as numbers: hashes of the word in lower case (digits as 0, quotation marks straight), of its ends and of its shape. Tokens
 * are 1 to n; 0 stands before the sentence, n + 1 behind it (for the parser: the root).
 */
final class Encoded {

    static final int BEFORE = 0x5bd1e995;
    static final int BEHIND = 0x1b873593;

    final int n;
    final List<Token> tokens;
    /** As printed, quotation marks straight. */
    final int[] exact;

    final int[] word;
    final int[] shape;
    final int[] prefix3;
    final int[] prefix2;
    final int[] suffix1;
    final int[] suffix2;
    final int[] suffix3;
    final int[] suffix4;
    final boolean[] capital;

    Encoded(List<Token> tokens) {
        this.tokens = tokens;
        n = tokens.size();
        exact = bordered();
        word = bordered();
        shape = bordered();
        prefix3 = bordered();
        prefix2 = bordered();
        suffix1 = bordered();
        suffix2 = bordered();
        suffix3 = bordered();
        suffix4 = bordered();
        capital = new boolean[n + 2];
        for (int i = 1; i <= n; i++) {
            encode(i, tokens.get(i - 1).form());
        }
    }

    private int[] bordered() {
        int[] a = new int[n + 2];
        a[0] = BEFORE;
        a[n + 1] = BEHIND;
        return a;
    }

    private void encode(int i, String form) {
        int length = form.length();
        int h = 17;
        int x = 23;
        int s = 29;
        int last = 0;
        for (int k = 0; k < length; k++) {
            char c = straight(form.charAt(k));
            char l = lower(c);
            h = h * 31 + l;
            x = x * 31 + c;
            int kind = Character.isUpperCase(c) ? 'X' : Character.isLowerCase(c) ? 'x' : Character.isDigit(c) ? '0' : c;
            if (kind != last) {
                s = s * 31 + kind;
                last = kind;
            }
            if (k == 1) {
                prefix2[i] = h;
            } else if (k == 2) {
                prefix3[i] = h;
            }
        }
        word[i] = h;
        exact[i] = x;
        shape[i] = s;
        prefix2[i] = length < 2 ? h : prefix2[i];
        prefix3[i] = length < 3 ? h : prefix3[i];
        suffix1[i] = suffix(form, 1, h);
        suffix2[i] = suffix(form, 2, h);
        suffix3[i] = suffix(form, 3, h);
        suffix4[i] = suffix(form, 4, h);
        capital[i] = Character.isUpperCase(form.codePointAt(0));
    }

    private static int suffix(String form, int k, int whole) {
        if (form.length() <= k) {
            return whole;
        }
        int h = 37;
        for (int i = form.length() - k; i < form.length(); i++) {
            h = h * 31 + lower(straight(form.charAt(i)));
        }
        return h;
    }

    private static char straight(char c) {
        return switch (c) {
            case '\u2018', '\u2019', '\u02BC' -> '\'';
            case '\u201C', '\u201D', '\u201E' -> '"';
            case '\u2010', '\u2011' -> '-';
            default -> c;
        };
    }

    private static char lower(char c) {
        return c >= '0' && c <= '9' ? '0' : Character.toLowerCase(c);
    }

    /** The hash that {@link #word} has for this form. */
    static int wordHash(String form) {
        int h = 17;
        for (int k = 0; k < form.length(); k++) {
            h = h * 31 + lower(straight(form.charAt(k)));
        }
        return h;
    }

    /** The hash that {@link #exact} has for this form. */
    static int exactHash(String form) {
        int x = 23;
        for (int k = 0; k < form.length(); k++) {
            x = x * 31 + straight(form.charAt(k));
        }
        return x;
    }
}
