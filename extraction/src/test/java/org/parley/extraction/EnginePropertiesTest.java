package org.parley.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What holds of any article: put together at random from sentences of news. */
class EnginePropertiesTest {

    private static final List<String> SENTENCES = List.of(
            "Osterland's foreign minister, Greta Lindholm, said on Thursday that the plan was “a good start”.",
            "“We will not sign it,” she added. “Not today.”",
            "General Tomas Arve told the Elm Courier the troops would stay.",
            "According to two diplomats, the draft was cut from 14 points to 9.",
            "The mayor called the offer ‘a house without doors’ and left.",
            "Nobody expected rain.",
            "In a statement, the Lake League rejected the revised plan.",
            "He has yet to say whether he will go.",
            "\"It is late,\" said Arve, who had come by train, \"and I am tired.\"",
            "The United States-backed proposal has 9 points, officials said.");

    private static Engine engine;

    @BeforeAll
    static void load() {
        engine = Engine.load();
    }

    @Test
    void every_span_is_in_the_text() {
        Random random = new Random(3);
        for (int round = 0; round < 60; round++) {
            String text = article(random);
            Extraction found = engine.extract(ArticleText.of(text));
            assertThat(found.extracted()).isTrue();
            SpanChecks.allSpansAreInText(found, text);
        }
    }

    @Test
    void the_same_text_gives_the_same_result() {
        String text = article(new Random(5));
        assertThat(engine.extract(ArticleText.of(text))).isEqualTo(engine.extract(ArticleText.of(text)));
    }

    @Test
    void a_paragraph_put_before_shifts_every_span() {
        Random random = new Random(7);
        String prefix = "It was a quiet week at the lake and the boats stayed in the harbour.\n\n";
        for (int round = 0; round < 20; round++) {
            String text = "The talks went on at the lake for the third day without a pause.\n\n" + article(random);
            List<Span> plain = contents(text);
            List<Span> shifted = contents(prefix + text);
            assertThat(shifted)
                    .containsExactlyElementsOf(plain.stream()
                            .map(s -> new Span(s.start() + prefix.length(), s.end() + prefix.length()))
                            .toList());
        }
    }

    @Test
    void many_threads_may_share_one_engine() throws Exception {
        Random random = new Random(9);
        List<String> texts = new ArrayList<>();
        List<Extraction> expected = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            texts.add(article(random));
            expected.add(engine.extract(ArticleText.of(texts.get(i))));
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Extraction>> found = new ArrayList<>();
            for (String text : texts) {
                found.add(threads.submit(() -> engine.extract(ArticleText.of(text))));
            }
            for (int i = 0; i < texts.size(); i++) {
                assertThat(found.get(i).get()).isEqualTo(expected.get(i));
            }
        } finally {
            threads.shutdown();
        }
    }

    private static List<Span> contents(String text) {
        return engine.extract(ArticleText.of(text)).statements().stream()
                .flatMap(s -> s.content().stream())
                .toList();
    }

    private static String article(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 4 + random.nextInt(12); i > 0; i--) {
            text.append(SENTENCES.get(random.nextInt(SENTENCES.size()))).append(random.nextInt(3) == 0 ? "\n\n" : " ");
        }
        return text.toString();
    }
}
