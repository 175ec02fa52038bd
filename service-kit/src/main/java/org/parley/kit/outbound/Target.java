package org.parley.kit.outbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.kit.outbound.OutboundException.Reason;

/**
 * Where a request goes, read strictly: one spelling of a host, so that what is checked is what is connected to.
 *
 * @param host in lower case and ASCII, without a trailing dot; an IPv6 address without its brackets
 * @param path with query, percent-encoded where it has to be
 */
record Target(String scheme, String host, int port, String path) {

    private static final Pattern FORM =
            Pattern.compile("(https?)://([^/?#\\\\]*)([^#]*)(#.*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[0-9a-f:.]+\\]|[^:\\[\\]]+)(?::(\\d{1,5}))?");
    private static final Pattern NAME = Pattern.compile(
            "(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*");
    private static final Pattern DOTTED = Pattern.compile("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");
    /** A last part like this makes the host a number, which every system reads in its own way. */
    private static final Pattern NUMBER_AT_END = Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)");

    static Target of(String url) throws OutboundException {
        String trimmed = url.strip();
        for (int i = 0; i < trimmed.length(); i++) {
            if (trimmed.charAt(i) < ' ' || trimmed.charAt(i) == 0x7f) {
                throw refused("has a control character in it");
            }
        }
        Matcher form = FORM.matcher(trimmed);
        if (!form.matches()) {
            throw refused("is not an http or https address");
        }
        String scheme = form.group(1).toLowerCase(Locale.ROOT);
        String authority = form.group(2).toLowerCase(Locale.ROOT);
        if (authority.indexOf('@') >= 0) {
            throw refused("cannot hold a user name or password");
        }
        Matcher parts = AUTHORITY.matcher(authority);
        if (!parts.matches()) {
            throw refused("names no host");
        }
        int port = parts.group(2) == null ? defaultPort(scheme) : Integer.parseInt(parts.group(2));
        String path = form.group(3);
        return new Target(scheme, host(parts.group(1)), port, encoded(path.startsWith("/") ? path : "/" + path));
    }

    /** Where a redirect from here leads. */
    Target redirected(String location) throws OutboundException {
        try {
            String encoded = encoded(location.strip());
            return of(uri().resolve(encoded).toString());
        } catch (IllegalArgumentException e) {
            throw new OutboundException(Reason.REDIRECTS, "redirects to what is no address", e);
        }
    }

    String url() {
        String shown = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return scheme + "://" + shown + (port == defaultPort(scheme) ? "" : ":" + port) + path;
    }

    URI uri() throws OutboundException {
        try {
            return URI.create(url());
        } catch (IllegalArgumentException e) {
            throw refused("is none that can be asked");
        }
    }

    boolean sameOrigin(Target other) {
        return scheme.equals(other.scheme) && host.equals(other.host) && port == other.port;
    }

    private static int defaultPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    private static String host(String written) throws OutboundException {
        if (written.startsWith("[")) {
            return written.substring(1, written.length() - 1);
        }
        String ascii;
        try {
            ascii = IDN.toASCII(written, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw refused("names no host that can exist");
        }
        String host = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
        boolean number = NUMBER_AT_END.matcher(host).matches();
        if (number ? !DOTTED.matcher(host).matches() : !NAME.matcher(host).matches()) {
            throw refused("names no host that can exist");
        }
        return host;
    }

    /** What must not stand in an address as it is, percent-encoded; what is encoded already stays. */
    private static String encoded(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (byte b : text.getBytes(UTF_8)) {
            char c = (char) (b & 0xff);
            if (c <= ' ' || c >= 0x7f || "\"<>\\^`{|}".indexOf(c) >= 0) {
                out.append('%').append(String.format("%02X", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    static OutboundException refused(String why) {
        return new OutboundException(Reason.REFUSED, "the address " + why);
    }
}
