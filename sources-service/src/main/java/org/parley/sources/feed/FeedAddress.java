package org.parley.sources.feed;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.kit.problem.ProblemException;

/** The address of a feed: kept as it was given, since servers tell one query from another. */
final class FeedAddress {

    private static final Pattern FORM = Pattern.compile("(?i)(https?)://([^/?#\\s@]+)([^\\s#]*)(#\\S*)?");
    private static final int LONGEST = 2_048;

    private FeedAddress() {}

    /** @throws ProblemException naming {@code url} if it is none */
    static String of(String url) {
        Matcher form = matched(url);
        String path = form.group(3).isEmpty() ? "/" : form.group(3);
        return form.group(1).toLowerCase(Locale.ROOT) + "://" + form.group(2).toLowerCase(Locale.ROOT) + path;
    }

    /** Its host, with the port where one is given: what one request at a time is sent to. */
    static String host(String url) {
        return matched(url).group(2).toLowerCase(Locale.ROOT);
    }

    /** An address that stands in a document from another one; null if it is none that can be fetched. */
    static String resolved(String base, String written) {
        if (written == null || written.isBlank() || written.length() > LONGEST) {
            return null;
        }
        String link = written.strip().replace(" ", "%20");
        if (FORM.matcher(link).matches()) {
            return link;
        }
        try {
            String resolved = URI.create(base).resolve(link).toString();
            return FORM.matcher(resolved).matches() ? resolved : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Matcher matched(String url) {
        if (url == null) {
            throw ProblemException.badInput("url", "is missing");
        }
        Matcher form = FORM.matcher(url.strip());
        if (!form.matches() || url.length() > LONGEST) {
            throw ProblemException.badInput(
                    "url", "has to be an address that starts with http:// or https://, without a user name");
        }
        return form;
    }
}
