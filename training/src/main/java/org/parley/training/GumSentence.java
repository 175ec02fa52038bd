package org.parley.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A sentence of the GUM corpus as its CoNLL-U files give it; arrays count tokens from 1.
 *
 * @param text as printed
 */
record GumSentence(
        String text,
        String[] form,
        String[] lemma,
        String[] upos,
        String[] tag,
        int[] head,
        String[] relation,
        String[] misc) {

    int size() {
        return form.length - 1;
    }

    List<String> forms() {
        return List.of(form).subList(1, form.length);
    }

    /** Documents of sentences, in the order of file names. */
    static List<List<GumSentence>> documents(Path directory) throws IOException {
        List<Path> files;
        try (Stream<Path> s = Files.list(directory)) {
            files = s.filter(p -> p.toString().endsWith(".conllu")).sorted().toList();
        }
        List<List<GumSentence>> out = new ArrayList<>();
        for (Path file : files) {
            out.add(read(file));
        }
        return out;
    }

    private static List<GumSentence> read(Path file) throws IOException {
        List<GumSentence> out = new ArrayList<>();
        List<String[]> rows = new ArrayList<>();
        String text = "";
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.add("");
        for (String line : lines) {
            String[] columns = line.split("\t", -1);
            if (line.startsWith("# text = ")) {
                text = line.substring(9);
            } else if (columns.length == 10 && columns[0].chars().allMatch(Character::isDigit)) {
                rows.add(columns);
            } else if (line.isBlank() && !rows.isEmpty()) {
                out.add(of(text, rows));
                rows.clear();
            }
        }
        return out;
    }

    private static GumSentence of(String text, List<String[]> rows) {
        int n = rows.size();
        int[] head = new int[n + 1];
        for (int i = 1; i <= n; i++) {
            head[i] = Integer.parseInt(rows.get(i - 1)[6]);
        }
        return new GumSentence(
                text,
                column(rows, 1),
                column(rows, 2),
                column(rows, 3),
                column(rows, 4),
                head,
                column(rows, 7),
                column(rows, 9));
    }

    private static String[] column(List<String[]> rows, int c) {
        String[] out = new String[rows.size() + 1];
        out[0] = "";
        for (int i = 1; i < out.length; i++) {
            out[i] = rows.get(i - 1)[c];
        }
        return out;
    }
}
