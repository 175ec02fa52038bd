package org.parley.sources.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.sources.outlet.Cleaning;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CleanerTest {

    private static final String STORY = "<p>The envoys of Lusande met in Brenholt on Thursday, officials said, and "
            + "talks on the framework, which had stalled for weeks, will go on there next month.</p>";

    private final Cleaner cleaner = new Cleaner();

    @Test
    void the_story_is_found_and_what_surrounds_it_is_not() throws Exception {
        Page page = clean(
                "<html><body><nav><a href=/>Home</a> <a href=/w>World</a></nav><div class=story><h1>Envoys meet</h1>"
                        + STORY.repeat(3)
                        + "<ul><li>First point</li><li>Second point</li></ul><p>One line<br>another</p>" + STORY
                        + "<script>alert('planted')</script></div><footer>All rights reserved. Cookie settings.</footer></body></html>");

        assertThat(page.text())
                .startsWith("The envoys of Lusande")
                .contains("\n\nThe envoys")
                .contains("First point\n\nSecond point")
                .contains("One line\nanother")
                .doesNotContain("planted", "Home", "Cookie", "<p>");
        assertThat(page.headline()).isEqualTo("Envoys meet");
    }

    @Test
    void what_the_page_says_of_itself_is_read_from_json_ld_first_then_meta() throws Exception {
        String body = "<body><article>" + STORY.repeat(4) + "</article></body>";
        Page linked = clean("<html lang=en-GB><head><link rel=canonical href='https://n.example.org/story'>"
                + "<meta property='article:published_time' content='2020-01-01T00:00:00Z'>"
                + "<script type='application/ld+json'>{broken</script>"
                + "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebPage\"},{\"@type\":[\"NewsArticle\"],"
                + "\"headline\":\"Talks &amp; terms\",\"datePublished\":\"2027-03-04T10:00:00+01:00\","
                + "\"author\":[{\"name\":\"Iris Calloway\"},{\"name\":\"Petar Dun\"}],\"publisher\":{\"name\":\"Lusande Post\"}}]}"
                + "</script></head>" + body);
        Page meta = clean("<html><head><title>Title</title><meta property='og:title' content='Open graph'>"
                + "<meta name=author content='By Iris Calloway'><meta name=date content='2027-03-04'></head>" + body);

        assertThat(linked.headline()).isEqualTo("Talks & terms");
        assertThat(linked.byline()).isEqualTo("Iris Calloway, Petar Dun");
        assertThat(linked.published()).isEqualTo(Instant.parse("2027-03-04T09:00:00Z"));
        assertThat(linked.url()).isEqualTo("https://n.example.org/story");
        assertThat(linked.language()).isEqualTo("en-GB");
        assertThat(linked.site()).isEqualTo("Lusande Post");
        assertThat(meta.headline()).isEqualTo("Open graph");
        assertThat(meta.byline()).isEqualTo("By Iris Calloway");
        assertThat(meta.published()).isEqualTo(Instant.parse("2027-03-04T00:00:00Z"));
    }

    @Test
    void an_outlet_s_rules_go_before_the_usual_way() throws Exception {
        String html = "<body><div id=wrong>" + STORY.repeat(5)
                + "</div><div id=right>Short but right. <b class=ad>Buy!</b></div>";
        Page page = cleaner.clean(
                html.getBytes(UTF_8), null, "https://n.example.org/", new Cleaning("#right", List.of(".ad")));
        assertThat(page.text()).isEqualTo("Short but right.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1251", "UTF-8", "UTF-16", "ISO-8859-5"})
    void the_charset_is_the_server_s_word_then_the_page_s(String charset) throws Exception {
        String russian = "<p>Переговоры по рамочному соглашению продолжатся в следующем месяце, сообщили чиновники.</p>"
                .repeat(5);
        byte[] bytes = ("<body>" + russian).getBytes(Charset.forName(charset));
        assertThat(cleaner.clean(bytes, "text/html; charset=" + charset, "https://n.example.org/", null)
                        .text())
                .contains("Переговоры по рамочному");
        if (!charset.equals("UTF-16")) {
            byte[] said =
                    ("<head><meta charset=" + charset + "></head><body>" + russian).getBytes(Charset.forName(charset));
            assertThat(cleaner.clean(said, "text/html; charset=nonsense", "https://n.example.org/", null)
                            .text())
                    .contains("Переговоры по рамочному");
        }
    }

    @Test
    void a_page_built_to_hurt_is_refused_or_read_in_time() {
        long start = System.nanoTime();
        for (String hostile : List.of(
                "<div>".repeat(200_000) + STORY,
                "<table><tr><td>".repeat(60_000) + STORY,
                "<b><i><p>".repeat(20_000) + STORY,
                "<p " + "a=1 ".repeat(500_000) + ">" + STORY,
                "<a href=x>".repeat(90_000) + STORY,
                "<p>" + "word ".repeat(900_000),
                "\u0000".repeat(100_000) + STORY,
                "")) {
            long one = System.nanoTime();
            PageException refused = catchThrowableOfType(PageException.class, () -> clean(hostile));
            assertThat(Duration.ofNanos(System.nanoTime() - one)).isLessThan(Duration.ofSeconds(8));
            assertThat(refused == null || refused.kind() == PageException.Kind.NEVER)
                    .isTrue();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(40));
        assertThat(catchThrowableOfType(PageException.class, () -> clean("x".repeat(Cleaner.MOST_BYTES + 1))))
                .hasMessageContaining("5 MB");
    }

    private Page clean(String html) throws PageException {
        return cleaner.clean(html.getBytes(UTF_8), "text/html; charset=utf-8", "https://n.example.org/a", null);
    }
}
