package org.parley.sources.feed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.sources.feed.FeedContent.Author;
import org.parley.sources.page.WrittenDates;
import org.parley.testkit.LocalServer;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FeedParserTest {

    @Test
    void each_format_becomes_the_same_thing() throws Exception {
        FeedContent rss = parse("""
                <?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
                  xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Lusande Post</title>
                <link>https://post.example.org/</link><item><guid isPermaLink="false">p-1</guid><title>Talks &amp; terms</title>
                <link>https://post.example.org/1</link><dc:creator>Iris Calloway</dc:creator>
                <content:encoded><![CDATA[<p>Envoys met.</p>]]></content:encoded>
                <pubDate>Thu, 04 Mar 2027 09:30:00 EST</pubDate></item></channel></rss>""");
        FeedContent atom = parse("""
                <feed xmlns="http://www.w3.org/2005/Atom"><title type="html">Lusande &lt;b&gt;Post&lt;/b&gt;</title>
                <link rel="self" href="https://post.example.org/atom"/><link href="https://post.example.org/"/>
                <entry><id>p-1</id><title>Talks &amp; terms</title><link href="https://post.example.org/1"/>
                <author><name>Iris Calloway</name></author><content type="html">&lt;p&gt;Envoys met.&lt;/p&gt;</content>
                <published>2027-03-04T14:30:00Z</published></entry></feed>""");
        FeedContent rdf = parse("""
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
                <channel><title>Lusande Post</title><link>https://post.example.org/</link></channel>
                <item><title>Talks &amp; terms</title><link>https://post.example.org/1</link>
                <dc:date>2027-03-04T14:30:00+00:00</dc:date><dc:creator>Iris Calloway</dc:creator>
                <content:encoded>&lt;p&gt;Envoys met.&lt;/p&gt;</content:encoded></item></rdf:RDF>""");
        FeedContent json = parse("""
                {"version":"https://jsonfeed.org/version/1.1","title":"Lusande Post","home_page_url":"https://post.example.org/",
                 "items":[{"id":"p-1","title":"Talks & terms","url":"https://post.example.org/1","authors":[{"name":"Iris Calloway"}],
                 "content_html":"<p>Envoys met.</p>","date_published":"2027-03-04T14:30:00Z"}]}""");

        for (FeedContent feed : java.util.List.of(rss, atom, rdf, json)) {
            assertThat(feed.title()).isEqualTo("Lusande Post");
            assertThat(feed.link()).isEqualTo("https://post.example.org/");
            assertThat(feed.items()).singleElement().satisfies(item -> {
                assertThat(item.title()).isEqualTo("Talks & terms");
                assertThat(item.link()).isEqualTo("https://post.example.org/1");
                assertThat(item.content()).isEqualTo("<p>Envoys met.</p>");
                assertThat(item.authors()).containsExactly(new Author("Iris Calloway", null));
                assertThat(item.published()).isEqualTo(Instant.parse("2027-03-04T14:30:00Z"));
            });
        }
        assertThat(rdf.format()).isEqualTo(FeedFormat.RDF);
        assertThat(rss.items().get(0).guid()).isEqualTo("p-1");
    }

    @Test
    void what_feeds_get_wrong_is_read_all_the_same() throws Exception {
        FeedContent feed = parse("\n\n<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY nbsp \"&#160;\">]>"
                + "<rss><channel><title>A & B</title><atom:link rel=\"next\" href=\"?page=2\"/>"
                + "<item><title>Unclosed <b>bold</title><description>Fish & chips &mdash; &unknown;</description></item>"
                + "<item><link>  https://x.example.org/2 </link></item></channel>");

        assertThat(feed.title()).isEqualTo("A & B");
        assertThat(feed.next()).isEqualTo("?page=2");
        assertThat(feed.items()).hasSizeGreaterThanOrEqualTo(1);
        assertThat(feed.items().get(0).title()).startsWith("Unclosed");
    }

    @Test
    void the_charset_is_what_the_document_says_then_what_the_server_says() throws Exception {
        String feed = "<rss><channel><title>Überprüfung</title></channel></rss>";
        String declared = "<?xml version='1.0' encoding='ISO-8859-1'?>" + feed;
        assertThat(FeedParser.parse(feed.getBytes(UTF_8), null, null).title()).isEqualTo("Überprüfung");
        assertThat(FeedParser.parse(feed.getBytes(ISO_8859_1), "text/xml; charset=iso-8859-1", null)
                        .title())
                .isEqualTo("Überprüfung");
        assertThat(FeedParser.parse(declared.getBytes(ISO_8859_1), "text/xml; charset=utf-8", null)
                        .title())
                .isEqualTo("Überprüfung");
        assertThat(FeedParser.parse(("\uFEFF" + feed).getBytes(UTF_8), null, null)
                        .title())
                .isEqualTo("Überprüfung");
        assertThat(FeedParser.parse(("\uFEFF" + feed).getBytes(UTF_16LE), null, null)
                        .title())
                .isEqualTo("Überprüfung");
        assertThat(FeedParser.parse(feed.getBytes(UTF_8), "text/xml; charset=nonsense", null)
                        .title())
                .isEqualTo("Überprüfung");
    }

    @Test
    @Timeout(60)
    void bombs_do_no_harm() throws Exception {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE rss [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 40; i++) {
            bomb.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
        }
        bomb.append("]><rss><channel><title>&a39;</title></channel></rss>");
        assertThat(parse(bomb.toString()).title().length()).isLessThan(100);

        try (LocalServer listener = new LocalServer()) {
            FeedContent external =
                    parse("<!DOCTYPE rss [<!ENTITY x SYSTEM \"%s\"><!ENTITY f SYSTEM \"file:///etc/passwd\">]>"
                                    .formatted(listener.url("/x"))
                            + "<rss><channel><title>&x;&f;</title></channel></rss>");
            assertThat(external.title()).doesNotContain("root:");
            assertThat(listener.connections()).isZero();
        }

        String deep = "<rss><channel><title>deep</title>" + "<a>".repeat(200_000);
        assertThat(parse(deep).title()).isEqualTo("deep");
        String wide = "<rss><channel " + "a%d=\"1\" ".repeat(1).formatted(1).repeat(1_000_000) + "><title>wide</title>";
        assertThat(parse(wide).title()).isEqualTo("wide");
    }

    @Test
    void what_is_no_feed_is_named() {
        assertThat(refusal("<html><body>Hello</body></html>")).contains("web page");
        assertThat(refusal("")).contains("empty");
        assertThat(refusal("{\"a\":1}")).contains("JSON");
        assertThat(refusal("{broken")).contains("JSON");
        assertThat(refusal("just words")).contains("neither");
        assertThat(refusal("<opml><body/></opml>")).contains("another kind");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Thu, 01 Jan 2004 19:48:21 GMT | 2004-01-01T19:48:21Z",
                "Thu, 1 Jan 2004 19:48:21 +0100 | 2004-01-01T18:48:21Z",
                "Thursday, 01 January 2004 19:48 EST | 2004-01-02T00:48:00Z",
                "01 Jan 04 19:48:21 PDT | 2004-01-02T02:48:21Z",
                "2004-01-01T19:48:21Z | 2004-01-01T19:48:21Z",
                "2004-01-01T19:48:21.123+02:00 | 2004-01-01T17:48:21.123Z",
                "2004-01-01 19:48:21 | 2004-01-01T19:48:21Z",
                "2004-01-01T19:48:21+0200 | 2004-01-01T17:48:21Z",
                "2004-01-01 | 2004-01-01T00:00:00Z",
                "'January 1, 2004' | 2004-01-01T00:00:00Z",
                "31 Foo 2004 | ",
                "yesterday | ",
                "0001-01-01T00:00:00Z | "
            })
    void dates_are_read_as_feeds_write_them(String written, Instant meant) {
        assertThat(WrittenDates.read(written)).isEqualTo(meant);
    }

    private static FeedContent parse(String feed) throws FeedParser.NotAFeed {
        return FeedParser.parse(feed.getBytes(UTF_8), null, null);
    }

    private static String refusal(String document) {
        return catchThrowableOfType(FeedParser.NotAFeed.class, () -> parse(document))
                .getMessage();
    }
}
