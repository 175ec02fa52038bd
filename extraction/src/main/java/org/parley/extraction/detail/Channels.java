package org.parley.extraction.detail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.extraction.Basis;
import org.parley.extraction.Channel;
import org.parley.extraction.Detail;
import org.parley.extraction.Span;
import org.parley.extraction.text.Table;

/** By what means something was said: words of the table {@code detail/channels.tsv} beside the cue. */
final class Channels {

    private record Row(Channel.Kind kind, Pattern pattern) {}

    private static final List<Row> ROWS = new ArrayList<>();

    static {
        for (String[] row : Table.rows("detail/channels.tsv", Channels.class)) {
            ROWS.add(new Row(
                    Channel.Kind.valueOf(row[0].toUpperCase(Locale.ROOT)),
                    Pattern.compile("\\b(?:" + row[1] + ")\\b")));
        }
    }

    /** One of these stands in every channel: most sentences are passed over by it. */
    private static final Pattern SIGN = Pattern.compile(
            "nterview|onference|riefing|eporters|ournalists|[Pp]ress|[Mm]edia|ddress|peech|weet|Twitter|Telegram|post|Facebook|Social|Weibo|Instagram|LinkedIn|Bluesky|Mastodon| X\\b|event|forum|panel|seminar|rally|ceremony|tatement|ommuniqu|orrespondent|aper|gency|adio|elevision|TV|aily|roadcaster|wrote|writ|etter|memo|email|ircular|note");

    private Channels() {}

    /** Whether a sentence can name a channel at all. */
    static boolean mayBeIn(String sentence) {
        return SIGN.matcher(sentence).find();
    }

    /** The channel that a stretch of the text names, or null. */
    static Channel in(String text, Span within) {
        String words = text.substring(within.start(), Math.min(within.end(), within.start() + 2_000));
        for (Row row : ROWS) {
            Matcher matcher = row.pattern().matcher(words);
            if (matcher.find()) {
                Span span = new Span(within.start() + matcher.start(), within.start() + matcher.end());
                return new Channel(row.kind(), new Detail(matcher.group(), span, Basis.EXPLICIT));
            }
        }
        return null;
    }
}
