package org.parley.extraction.detail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.extraction.Basis;
import org.parley.extraction.Channel;
import org.parley.extraction.Detail;
import org.parley.extraction.Span;
import org.parley.extraction.names.Outlets;

/** With whom an interview was. */
final class Interviews {

    private static final Pattern WITH = Pattern.compile(" (?:with|by|to) (.+)$");

    private Interviews() {}

    /** The outlet that the words of an interview name: "an interview with the Elm Courier"; or null. */
    static Detail outlet(Channel channel, Outlets outlets) {
        if (channel.kind() != Channel.Kind.INTERVIEW) {
            return null;
        }
        Detail words = channel.detail();
        Matcher with = WITH.matcher(words.value());
        if (!with.find() || !outlets.isOutlet(with.group(1))) {
            return null;
        }
        int length = words.span().end() - words.span().start();
        Span span = new Span(
                words.span().end() - Math.min(length, with.group(1).length()),
                words.span().end());
        return new Detail(with.group(1), span, Basis.EXPLICIT);
    }
}
