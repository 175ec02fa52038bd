package org.parley.extraction.parse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.parley.extraction.names.Gazetteers;

/** Measures a model against trees or names that it has not seen. */
public final class Quality {

    private static final Set<String> MARKS = Set.of(",", ".", ":", "``", "''", "-LRB-", "-RRB-", "HYPH", "NFP");

    private final Model model;
    private final NameLists lists;

    public Quality(Path file, Gazetteers gazetteers) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            model = Model.read(in);
        }
        lists = new NameLists(gazetteers);
    }

    /** Accuracy of tags, and of heads (UAS) and heads with relations (LAS) without punctuation, on the model's own tags. */
    public String trees(String against, List<Example> examples) {
        Tagger tagger = new Tagger(model.tagger());
        TreeParser parser = new TreeParser(model.moves(), model.labels());
        Features f = new Features();
        int all = 0;
        int tagged = 0;
        int arcs = 0;
        int heads = 0;
        int labels = 0;
        for (Example e : examples) {
            Lesson x = new Lesson(e, model.tags(), model.relations());
            int[] tags = tagger.tag(x.encoded, f);
            State c = parser.parse(x.encoded, tags, f);
            for (int i = 1; i <= x.encoded.n; i++) {
                all++;
                tagged += tags[i] == x.tags[i] ? 1 : 0;
                if (!MARKS.contains(e.tags()[i - 1])) {
                    arcs++;
                    heads += c.head[i] == x.heads[i] ? 1 : 0;
                    labels += c.head[i] == x.heads[i] && c.label[i] == x.relations[i] ? 1 : 0;
                }
            }
        }
        return String.format(
                Locale.ROOT,
                "%-12s %6d tokens  tag %.3f  UAS %.3f  LAS %.3f",
                against,
                all,
                (double) tagged / all,
                (double) heads / arcs,
                (double) labels / arcs);
    }

    /** Precision, recall and F1 of whole names, by type; only the types given. */
    public List<String> names(String against, List<List<Example>> documents, EntityType... types) {
        Map<EntityType, int[]> count = new EnumMap<>(EntityType.class);
        for (List<Example> d : documents) {
            List<Lesson> lessons = d.stream()
                    .map(x -> new Lesson(x, model.tags(), model.relations()))
                    .toList();
            List<int[]> found = label(lessons);
            for (int s = 0; s < lessons.size(); s++) {
                Lesson x = lessons.get(s);
                NameRepair.tidy(x.encoded, lists.mark(x.encoded), x.labels);
                Set<Name> right = names(x.labels);
                Set<Name> own = names(found.get(s));
                right.forEach(n -> count.computeIfAbsent(n.type(), k -> new int[3])[0]++);
                for (Name name : own) {
                    int[] c = count.computeIfAbsent(name.type(), k -> new int[3]);
                    c[1]++;
                    c[2] += right.contains(name) ? 1 : 0;
                }
            }
        }
        List<String> out = new ArrayList<>();
        for (EntityType t : types) {
            int[] c = count.getOrDefault(t, new int[3]);
            double p = c[2] / Math.max(1.0, c[1]);
            double r = c[2] / Math.max(1.0, c[0]);
            double f1 = 2 * p * r / Math.max(1e-9, p + r);
            out.add(String.format(Locale.ROOT, "%-12s %-7s %5d  P %.3f  R %.3f  F1 %.3f", against, t, c[0], p, r, f1));
        }
        return out;
    }

    private List<int[]> label(List<Lesson> lessons) {
        Tagger tagger = new Tagger(model.tagger());
        Features f = new Features();
        List<Encoded> encoded = lessons.stream().map(x -> x.encoded).toList();
        List<int[]> tags = encoded.stream().map(e -> tagger.tag(e, f)).toList();
        return new NameTagger(model.names(), lists, model.tags()).label(encoded, tags, f);
    }

    private record Name(EntityType type, int start, int end) {}

    private static Set<Name> names(int[] labels) {
        Set<Name> out = new HashSet<>();
        for (int i = 1; i < labels.length - 1; i++) {
            if (labels[i] != NameTagger.OUTSIDE && !NameTagger.isInside(labels[i])) {
                int end = i + 1;
                while (NameTagger.isInside(labels[end])) {
                    end++;
                }
                out.add(new Name(NameTagger.type(labels[i]), i, end));
            }
        }
        return out;
    }
}
