package org.parley.training;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.parley.extraction.names.Gazetteers;

/**
 * Names of persons as GUM's annotators saw them. Their mentions are whole noun phrases with titles and appositions; the name in one is its
 * head, if that is a proper noun, with the words that are flat beneath it.
 */
final class GoldNames {

    private final Gazetteers gazetteers;

    GoldNames(Gazetteers gazetteers) {
        this.gazetteers = gazetteers;
    }

    /** First and last token of each, from 1. */
    List<int[]> persons(GumSentence s) {
        List<int[]> out = new ArrayList<>();
        for (int[] mention : mentions(s)) {
            int head = head(s, mention);
            int first = head;
            if (!s.upos()[head].equals("PROPN")) { // "student Ahmed Mohamed"
                first = head + 1;
                if (first > mention[1] || !s.relation()[first].equals("flat") || !s.upos()[first].equals("PROPN")) {
                    continue;
                }
            }
            int last = first;
            while (last < mention[1] && s.relation()[last + 1].equals("flat") && s.head()[last + 1] == head
                    || hyphenated(s, head, last, mention)) {
                last++;
            }
            boolean title =
                    first == last && gazetteers.titleKind(s.form()[first]).isPresent();
            if (!title && s.tag()[first].equals("NNP")) {
                out.add(new int[] {first, last});
            }
        }
        return out;
    }

    /** "Cheuk-yan" hangs together although its parts are no "flat" of the head. */
    private static boolean hyphenated(GumSentence s, int head, int last, int[] mention) {
        return last + 1 <= mention[1] && (s.form()[last + 1].equals("-") || last > head && s.form()[last].equals("-"));
    }

    private static int head(GumSentence s, int[] mention) {
        for (int i = mention[0]; i <= mention[1]; i++) {
            if (s.head()[i] < mention[0] || s.head()[i] > mention[1]) {
                return i;
            }
        }
        return mention[0];
    }

    /** The teacher's labels with its persons replaced by the annotators'. */
    String[] labels(GumSentence s, String[] taught) {
        String[] out = taught.clone();
        Arrays.setAll(out, i -> taught[i].endsWith("-PERSON") ? "O" : taught[i]);
        for (int[] p : persons(s)) {
            for (int i = p[0]; i <= p[1]; i++) {
                out[i - 1] = i == p[0] ? "B-PERSON" : "I-PERSON";
            }
            // what the teacher's name went on with after the person's must not begin with an inside
            for (int i = p[1]; i < out.length && out[i].startsWith("I-") && !out[i].endsWith("PERSON"); i++) {
                out[i] = "O";
            }
        }
        return out;
    }

    private static List<int[]> mentions(GumSentence s) {
        List<int[]> out = new ArrayList<>();
        Deque<Open> open = new ArrayDeque<>();
        for (int i = 1; i <= s.size(); i++) {
            for (String part : brackets(s.misc()[i])) {
                if (part.startsWith("(")) {
                    String[] fields = part.substring(1).split("-", -1);
                    open.push(new Open(fields[0], fields.length > 1 && fields[1].equals("person"), i));
                    continue;
                }
                String id = part.replace(")", "");
                Open o = id.isEmpty()
                        ? open.peek()
                        : open.stream()
                                .filter(x -> x.id().equals(id))
                                .findFirst()
                                .orElse(null);
                if (o != null && open.remove(o) && o.person()) {
                    out.add(new int[] {o.start(), i});
                }
            }
        }
        return out;
    }

    private record Open(String id, boolean person, int start) {}

    /** "(3-place-x)1)" is "(3-place-x", ")", "1)". */
    private static List<String> brackets(String misc) {
        List<String> out = new ArrayList<>();
        for (String cell : misc.split("\\|")) {
            if (cell.startsWith("Entity=")) {
                StringBuilder part = new StringBuilder();
                for (char c : cell.substring(7).toCharArray()) {
                    if ((c == '(' || c == ')' && part.indexOf("(") == 0) && !part.isEmpty()) {
                        out.add(part.toString());
                        part.setLength(0);
                    }
                    part.append(c);
                    if (c == ')') {
                        out.add(part.toString());
                        part.setLength(0);
                    }
                }
                if (!part.isEmpty()) {
                    out.add(part.toString());
                }
            }
        }
        return out;
    }
}
