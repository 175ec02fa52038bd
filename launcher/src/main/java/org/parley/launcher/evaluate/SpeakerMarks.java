package org.parley.launcher.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether a found quotation has its speaker right, by each measure the gold allows. */
final class SpeakerMarks {

    private SpeakerMarks() {}

    /** Right or wrong by measure: mention, string, head, resolved; empty where the gold has no speaker. */
    static Map<String, Boolean> of(Quote gold, Quote predicted) {
        Map<String, Boolean> marks = new LinkedHashMap<>();
        Mention right = gold.mention();
        if (right == null) {
            return marks;
        }
        // A whole sentence is no mention: what is much longer than the gold's does not count as given.
        int longest = 2 * right.text().codePointCount(0, right.text().length()) + 60;
        Mention given = predicted.mention();
        if (given != null && given.text().codePointCount(0, given.text().length()) > longest) {
            given = null;
        }
        String words = given == null ? "" : given.text();
        boolean sameWords = !words.isEmpty() && SpeakerNames.words(words).equals(SpeakerNames.words(right.text()));
        marks.put("string", sameWords);
        boolean withSpan = given != null && given.hasSpan();
        marks.put("mention", withSpan ? overlap(right, given, longest) : sameWords);
        List<String> head = SpeakerNames.words(gold.head().isEmpty() ? lastWord(right.text()) : gold.head());
        marks.put(
                "head",
                !words.isEmpty() && !head.isEmpty() && SpeakerNames.words(words).contains(head.get(head.size() - 1)));
        if (!gold.resolved().isEmpty()) {
            List<String> names = new ArrayList<>(List.of(gold.resolved()));
            names.addAll(gold.aliases());
            marks.put(
                    "resolved",
                    SpeakerNames.same(predicted.resolved().isEmpty() ? words : predicted.resolved(), names));
        }
        return marks;
    }

    private static boolean overlap(Mention right, Mention given, int longest) {
        return right.hasSpan() && right.overlaps(given) && given.end() - given.start() <= longest;
    }

    /** Of what stands before the first comma: "Ann Roe, a spokeswoman" is named by Roe. */
    private static String lastWord(String mention) {
        int comma = mention.indexOf(',');
        String named = (comma < 0 ? mention : mention.substring(0, comma)).strip();
        return named.replaceFirst("(?s)^.*\\s", "");
    }
}
