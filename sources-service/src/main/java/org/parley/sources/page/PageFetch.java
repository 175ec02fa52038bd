package org.parley.sources.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.kit.outbound.OutboundAnswer;
import org.parley.kit.outbound.OutboundException;
import org.parley.kit.outbound.OutboundHttp;
import org.parley.kit.outbound.OutboundRequest;
import org.parley.sources.page.PageException.Kind;

/** Fetches a page, where robots.txt lets us, one request at a time to a host. */
@ApplicationScoped
public class PageFetch {

    private static final Pattern SITE =
            Pattern.compile("(https?)://([^/?#]+).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final OutboundHttp http;
    private final Robots robots;
    private final HostLanes lanes;

    PageFetch(OutboundHttp http, Robots robots, HostLanes lanes) {
        this.http = http;
        this.robots = robots;
        this.lanes = lanes;
    }

    /**
     * A page as it came.
     *
     * @param url where it is after redirects
     */
    @SuppressWarnings("ArrayRecordComponent") // read, never compared
    public record Fetched(String url, String contentType, byte[] body) {}

    /**
     * Fetches a page.
     *
     * @throws PageException if there is none, with what to do about it
     */
    public Fetched fetch(String url) throws PageException {
        Matcher site = SITE.matcher(url);
        if (!site.matches()) {
            throw new PageException(Kind.NEVER, "the address is not one of the web");
        }
        String host = site.group(2).toLowerCase(Locale.ROOT);
        if (!lanes.enter(host)) {
            throw new PageException(Kind.BUSY, "the host is being asked for something else just now");
        }
        try {
            robots.check(site.group(1).toLowerCase(Locale.ROOT) + "://" + host, url);
            OutboundAnswer answer = http.send(OutboundRequest.get(url, Cleaner.MOST_BYTES)
                    .with("Accept", "text/html,application/xhtml+xml,*/*;q=0.1"));
            return checked(answer);
        } catch (OutboundException e) {
            throw failed(e);
        } finally {
            lanes.leave(host);
        }
    }

    private static Fetched checked(OutboundAnswer answer) throws PageException {
        int status = answer.status();
        if (status == 404 || status == 410) {
            throw new PageException(Kind.GONE, "the host says that the page is not there (" + status + ")");
        }
        if (status == 429 || status >= 500) {
            throw new PageException(Kind.LATER, "the host cannot give the page now (" + status + ")");
        }
        if (status != 200) {
            throw new PageException(Kind.NEVER, "the host does not give the page (" + status + ")");
        }
        String type = answer.header("content-type").orElse("text/html");
        String kind = type.toLowerCase(Locale.ROOT);
        if (!kind.contains("html") && !kind.startsWith("text/plain") && !kind.contains("xml")) {
            throw new PageException(
                    Kind.NEVER, "what the host gives is no page but " + type.replaceAll("[^\\w/;=. -]", "?"));
        }
        return new Fetched(answer.url(), type, answer.body());
    }

    static PageException failed(OutboundException e) {
        Kind kind = switch (e.reason()) {
            case UNREACHABLE, TIMEOUT, TLS -> Kind.LATER;
            default -> Kind.NEVER;
        };
        return new PageException(kind, e.getMessage());
    }
}
