package org.parley.training;

import edu.emory.mathcs.nlp.component.template.node.NLPNode;
import edu.emory.mathcs.nlp.decode.NLPDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.parley.extraction.parse.Example;
import org.parley.extraction.text.Sentence;
import org.parley.extraction.text.Sentences;
import org.parley.extraction.text.Token;

/** NLP4J, reading our own sentences and tokens, so that what is learned fits what the parser will be given. */
final class Teacher {

    private static final int LONGEST = 120;

    private final NLPDecoder decoder;

    Teacher() throws IOException {
        try (InputStream in = Teacher.class.getResourceAsStream("nlp4j.xml")) {
            decoder = new NLPDecoder(in);
        }
    }

    List<Example> read(String text) {
        List<Example> out = new ArrayList<>();
        for (Sentence s : Sentences.of(text)) {
            if (s.tokens().size() <= LONGEST) {
                out.add(read(s.tokens().stream().map(Token::form).toList()));
            }
        }
        return out;
    }

    Example read(List<String> forms) {
        NLPNode[] nodes = new NLPNode[forms.size() + 1];
        nodes[0] = decoder.create().toRoot();
        for (int i = 1; i < nodes.length; i++) {
            nodes[i] = new NLPNode(i, straight(forms.get(i - 1)));
        }
        decoder.decode(nodes);
        int n = forms.size();
        String[] tags = new String[n];
        int[] heads = new int[n];
        String[] relations = new String[n];
        String[] labels = new String[n];
        for (int i = 0; i < n; i++) {
            NLPNode node = nodes[i + 1];
            tags[i] = node.getPartOfSpeechTag();
            heads[i] = node.getDependencyHead() == null
                    ? 0
                    : node.getDependencyHead().getID();
            relations[i] = node.getDependencyLabel() == null ? "dep" : node.getDependencyLabel();
            labels[i] = label(node.getNamedEntityTag());
        }
        return new Example(forms, tags, heads, relations, labels);
    }

    /** BILOU to BIO. */
    private static String label(String bilou) {
        if (bilou == null || bilou.equals("O")) {
            return "O";
        }
        char mark = bilou.charAt(0);
        return (mark == 'B' || mark == 'U' ? "B-" : "I-") + bilou.substring(2);
    }

    /** Curly marks confuse it. */
    private static String straight(String form) {
        return form.replace('\u2019', '\'')
                .replace('\u2018', '\'')
                .replace('\u201C', '"')
                .replace('\u201D', '"');
    }
}
