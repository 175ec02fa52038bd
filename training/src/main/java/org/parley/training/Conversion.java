package org.parley.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.parley.extraction.parse.Example;

/**
 * A Universal Dependencies tree in the teacher's scheme (ClearNLP), by rule and roughly: verbs and prepositions become heads, coordination a
 * chain, what is said hangs on the verb of saying. What the rules do not know (dates, some appositions, punctuation between clauses) stays a
 * difference between the two.
 */
final class Conversion {

    private static final Set<String> REPORTING =
            Set.of("say add tell ask note write explain reply claim state continue report argue insist".split(" "));
    private static final Set<String> MARKS =
            Set.of("that if because while although though since as whether so for until unless once than".split(" "));
    private static final Set<String> MOVES_TO_COPULA =
            Set.of("nsubj csubj aux mark advcl ccomp parataxis discourse expl vocative punct obl".split(" "));
    private static final Map<String, String> RELATIONS = Map.ofEntries(
            Map.entry("obj", "dobj"),
            Map.entry("iobj", "dative"),
            Map.entry("nsubj:pass", "nsubjpass"),
            Map.entry("csubj:pass", "csubjpass"),
            Map.entry("aux:pass", "auxpass"),
            Map.entry("acl:relcl", "relcl"),
            Map.entry("amod", "nmod"),
            Map.entry("nummod", "nmod"),
            Map.entry("nmod:desc", "compound"),
            Map.entry("nmod:poss", "poss"),
            Map.entry("compound:prt", "prt"),
            Map.entry("det:predet", "predet"),
            Map.entry("cc:preconj", "preconj"),
            Map.entry("nmod:unmarked", "npadvmod"),
            Map.entry("nmod:npmod", "npadvmod"),
            Map.entry("nsubj:outer", "nsubj"),
            Map.entry("obl", "npadvmod"),
            Map.entry("nmod", "compound"),
            Map.entry("advcl:relcl", "advcl"),
            Map.entry("fixed", "prep"),
            Map.entry("flat", "compound"),
            Map.entry("list", "dep"),
            Map.entry("orphan", "dep"),
            Map.entry("dislocated", "dep"),
            Map.entry("goeswith", "compound"),
            Map.entry("reparandum", "dep"),
            Map.entry("cop", "aux"));

    private final GumSentence s;
    private final int n;
    private final int[] head;
    private final String[] rel;

    private Conversion(GumSentence s) {
        this.s = s;
        n = s.size();
        head = s.head().clone();
        rel = s.relation().clone();
    }

    /** The sentence as an example without names, or null if no tree came out. */
    static Example of(GumSentence s) {
        Conversion c = new Conversion(s);
        c.names();
        c.reporting();
        c.copulas();
        c.prepositions();
        c.gerunds();
        c.coordination();
        return c.isTree() ? c.example() : null;
    }

    /** The last word of a name heads it. */
    private void names() {
        for (int i = 1; i <= n; i++) {
            List<Integer> parts = kids(i, "flat");
            if (parts.isEmpty() || Collections.max(parts) <= i) {
                continue;
            }
            int last = Collections.max(parts);
            head[last] = head[i];
            rel[last] = rel[i];
            for (int k : kids(i)) {
                if (k != last) {
                    head[k] = last;
                    rel[k] = parts.contains(k) ? "compound" : rel[k];
                }
            }
            head[i] = last;
            rel[i] = "compound";
        }
    }

    /** "..., he said": the verb of saying heads, what is said is its complement. */
    private void reporting() {
        for (int i = 1; i <= n; i++) {
            boolean cue = rel[i].equals("parataxis") && REPORTING.contains(lower(s.lemma()[i])) && head[i] > 0;
            if (!cue || kids(i, "nsubj").isEmpty()) {
                continue;
            }
            int said = head[i];
            head[i] = head[said];
            rel[i] = rel[said];
            head[said] = i;
            rel[said] = "ccomp";
            for (int k : kids(said, "punct")) {
                if (k > i) {
                    head[k] = i;
                }
            }
        }
    }

    /** "is" heads; the predicate is attr, acomp or a prepositional phrase. */
    private void copulas() {
        for (int c = 1; c <= n; c++) {
            if (!rel[c].equals("cop")) {
                continue;
            }
            int p = head[c];
            boolean preposition = kids(p).stream().anyMatch(k -> rel[k].equals("case"));
            head[c] = head[p];
            rel[c] = rel[p];
            for (int k : kids(p)) {
                if (k != c && belongsToCopula(k, c)) {
                    head[k] = c;
                }
            }
            head[p] = c;
            rel[p] = preposition ? "prep" : s.upos()[p].equals("ADJ") ? "acomp" : "attr";
        }
    }

    private boolean belongsToCopula(int k, int c) {
        String b = base(k);
        boolean ownClause = kids(k).stream()
                .anyMatch(z -> rel[z].startsWith("nsubj") || rel[z].startsWith("cop") || rel[z].startsWith("aux"));
        return MOVES_TO_COPULA.contains(b)
                || b.equals("advmod") && (k < c || Set.of("not", "n't").contains(lower(s.form()[k])))
                || (b.equals("cc") || b.equals("conj")) && ownClause;
    }

    /** Prepositions head their noun; "because of" and "according to" are a chain of two. */
    private void prepositions() {
        for (int m = 1; m <= n; m++) {
            if (!rel[m].equals("case") || s.tag()[m].equals("POS")) {
                continue;
            }
            int p = head[m];
            boolean agent =
                    s.relation()[p].equals("obl:agent") && lower(s.form()[m]).equals("by");
            List<Integer> more = kids(m, "fixed");
            head[m] = head[p];
            rel[m] = agent ? "agent" : "prep";
            int last = m;
            for (int k : more) {
                head[k] = last;
                rel[k] = "prep";
                last = k;
            }
            head[p] = last;
            rel[p] = s.upos()[p].equals("VERB") ? "pcomp" : "pobj";
            for (int k : kids(p)) {
                if (k < m && Set.of("cc", "punct", "advmod", "mark").contains(base(k))) {
                    head[k] = m;
                }
            }
        }
    }

    /** "after leaving": a preposition and its clause. */
    private void gerunds() {
        for (int m = 1; m <= n; m++) {
            int p = head[m];
            if (rel[m].equals("mark")
                    && s.tag()[m].equals("IN")
                    && !MARKS.contains(lower(s.form()[m]))
                    && s.tag()[p].equals("VBG")) {
                head[m] = head[p];
                rel[m] = "prep";
                head[p] = m;
                rel[p] = "pcomp";
            }
        }
    }

    /** A chain: each member on the one before it, with its "and" and comma. */
    private void coordination() {
        for (int i = 1; i <= n; i++) {
            int before = i;
            for (int k : kids(i, "conj")) {
                head[k] = before;
                for (int z : kids(k)) {
                    if (z < k && (rel[z].equals("cc") || rel[z].equals("punct"))) {
                        head[z] = before;
                    }
                }
                before = k;
            }
        }
    }

    private boolean isTree() {
        for (int i = 1; i <= n; i++) {
            int at = i;
            for (int steps = 0; at != 0; steps++) {
                if (steps > n) {
                    return false;
                }
                at = head[at];
            }
        }
        return true;
    }

    private Example example() {
        String[] tags = new String[n];
        String[] relations = new String[n];
        int[] heads = new int[n];
        for (int i = 1; i <= n; i++) {
            tags[i - 1] = s.tag()[i].replace("-LSB-", "-LRB-").replace("-RSB-", "-RRB-");
            heads[i - 1] = head[i];
            relations[i - 1] = relation(i);
        }
        return new Example(s.forms(), tags, heads, relations, null);
    }

    private String relation(int i) {
        if (head[i] == 0) {
            return "root";
        }
        String r = RELATIONS.getOrDefault(rel[i], RELATIONS.getOrDefault(base(i), base(i)));
        if (r.equals("mark") && s.tag()[i].equals("TO")) {
            return "aux";
        }
        if (r.equals("advmod") && Set.of("not", "n't", "never", "no").contains(lower(s.form()[i]))) {
            return "neg";
        }
        return r.equals("det") && s.tag()[i].equals("PRP$") ? "poss" : r;
    }

    private String base(int i) {
        int colon = rel[i].indexOf(':');
        return colon < 0 ? rel[i] : rel[i].substring(0, colon);
    }

    private List<Integer> kids(int i) {
        List<Integer> out = new ArrayList<>();
        for (int k = 1; k <= n; k++) {
            if (head[k] == i) {
                out.add(k);
            }
        }
        return out;
    }

    private List<Integer> kids(int i, String base) {
        return kids(i).stream().filter(k -> base(k).equals(base)).toList();
    }

    private static String lower(String s) {
        return s.toLowerCase(Locale.ROOT);
    }
}
