package org.parley.extraction.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.parley.extraction.Span;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;

/** Ends a content where the next statement of its sentence begins: ", saying", ", though he said". */
final class NextCue {

    private static final Set<String> CONTRAST = Set.of("though", "but", "although", "while", "whereas", "yet");
    private static final int BACK = 12;
    private static final int LEAST = 8;

    private NextCue() {}

    static void cut(List<Attribution> found, Article article) {
        for (int i = 0; i < found.size(); i++) {
            Attribution attribution = found.get(i);
            if (attribution.verb == null) {
                continue;
            }
            List<Span> parts = new ArrayList<>();
            int before = attribution.content.get(0).start();
            for (Span part : attribution.content) {
                if (isOfNearer(part, before, i, found)) {
                    continue;
                }
                before = part.end();
                int end = part.end();
                for (int k = Math.max(0, i - 6); k < Math.min(found.size(), i + 7); k++) {
                    Attribution other = found.get(k);
                    if (k != i
                            && other.verb != null
                            && other.cue != null
                            && other.sentence == attribution.sentence
                            && part.start() < other.verb.start()
                            && other.verb.start() < end
                            && !article.inQuotation(other.verb)) {
                        end = Math.min(end, beginning(other, attribution, part.start(), end));
                    }
                }
                Span cut = end > part.start() ? Borders.trim(new Span(part.start(), end), article.text()) : null;
                if (cut != null) {
                    parts.add(cut);
                }
            }
            if (!parts.isEmpty()) {
                attribution.content = parts;
            }
        }
    }

    /** 'she said, adding that "..."': what a later word of saying brings in is only that one's. */
    private static boolean isOfNearer(Span part, int before, int at, List<Attribution> found) {
        for (int k = Math.max(0, at - 6); k < Math.min(found.size(), at + 7); k++) {
            Attribution other = found.get(k);
            boolean between = k != at
                    && other.cue != null
                    && other.sentence == found.get(at).sentence
                    && !other.isBare()
                    && other.cue.start() >= before
                    && other.cue.end() <= part.start()
                    && (found.get(at).cue == null
                            || other.cue.start() > found.get(at).cue.start());
            if (between && other.content.stream().mapToInt(part::intersection).sum() > 0.9 * part.length()) {
                return true;
            }
        }
        return false;
    }

    /** Where the other statement's own words begin, if that is beyond the start; else the given end. */
    private static int beginning(Attribution other, Attribution cut, int start, int end) {
        Word verb = other.verb;
        if (verb.index() == 0) {
            return end;
        }
        List<Word> words = other.sentence.words();
        if (verb.hasRelation("conj") && other.head != null && other.head == cut.head) {
            int and = verb.index() - 1;
            while (and > 0 && words.get(and).tag().startsWith("RB")) {
                and--;
            }
            if (words.get(and).tag().equals("CC") && words.get(and).start() > start + LEAST) {
                return words.get(and).start();
            }
        }
        int absolute = Absolutes.begin(verb, other.sentence);
        if (absolute > 0 && words.get(absolute).start() > start + LEAST) {
            boolean comma = words.get(absolute - 1).form().equals(",");
            return words.get(comma ? absolute - 1 : absolute).start();
        }
        Word before = words.get(verb.index() - 1);
        if (verb.tag().equals("VBG") && before.form().equals(",")) {
            return before.start() > start + LEAST ? before.start() : end;
        }
        for (int i = verb.index() - 1; i > 0 && verb.index() - i < BACK; i--) {
            Word word = words.get(i);
            if (CONTRAST.contains(word.lower()) && words.get(i - 1).form().equals(",")) {
                return word.start() > start + LEAST ? words.get(i - 1).start() : end;
            }
            if (word.form().equals(";")) {
                return word.start() > start + LEAST ? word.start() : end;
            }
        }
        return end;
    }
}
