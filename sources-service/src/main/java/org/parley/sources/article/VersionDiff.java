package org.parley.sources.article;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What changed between two texts, word by word; the pieces of either text, put together, are that text. */
final class VersionDiff {

    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}]+|\\s+|.", Pattern.DOTALL);
    private static final Pattern LINE = Pattern.compile("[^\\n]*\\n|[^\\n]+");
    /** Comparing words takes time with the product of length and changes; longer texts are compared line by line. */
    private static final int MOST_TOKENS = 40_000;

    private VersionDiff() {}

    enum Change {
        SAME,
        ADDED,
        REMOVED
    }

    /**
     * A run of characters.
     *
     * @param fromStart where it stands in the earlier text, in UTF-16 code units
     * @param toStart where it stands, or would, in the later
     */
    record Piece(Change change, String text, int fromStart, int toStart) {}

    static List<Piece> of(String from, String to) {
        List<String> before = tokens(TOKEN, from);
        List<String> after = tokens(TOKEN, to);
        if (before.size() + after.size() > MOST_TOKENS) {
            before = tokens(LINE, from);
            after = tokens(LINE, to);
        }
        List<Piece> pieces = new ArrayList<>();
        int[] at = new int[2];
        int next = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after).getDeltas()) {
            add(pieces, Change.SAME, before.subList(next, delta.getSource().getPosition()), at);
            if (delta.getType() != DeltaType.INSERT) {
                add(pieces, Change.REMOVED, delta.getSource().getLines(), at);
            }
            if (delta.getType() != DeltaType.DELETE) {
                add(pieces, Change.ADDED, delta.getTarget().getLines(), at);
            }
            next = delta.getSource().getPosition() + delta.getSource().size();
        }
        add(pieces, Change.SAME, before.subList(next, before.size()), at);
        return pieces;
    }

    private static void add(List<Piece> pieces, Change change, List<String> tokens, int[] at) {
        String text = String.join("", tokens);
        if (!text.isEmpty()) {
            pieces.add(new Piece(change, text, at[0], at[1]));
            at[0] += change == Change.ADDED ? 0 : text.length();
            at[1] += change == Change.REMOVED ? 0 : text.length();
        }
    }

    private static List<String> tokens(Pattern pattern, String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        return tokens;
    }
}
