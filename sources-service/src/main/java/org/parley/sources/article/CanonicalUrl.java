package org.parley.sources.article;

import java.net.IDN;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.parley.kit.problem.ProblemException;

/**
 * The one form of an article's address, so that the same article is known again: scheme and host in lower case, no
 * fragment, no default port, no parameters that only follow the reader.
 */
final class CanonicalUrl {

    private static final Pattern ADDRESS =
            Pattern.compile("(https?)://([^/?#\\s]+)([^?#\\s]*)(?:\\?([^#\\s]*))?(?:#\\S*)?", Pattern.CASE_INSENSITIVE);
    private static final Set<String> TRACKERS = Set.of(
            "fbclid",
            "gclid",
            "dclid",
            "gbraid",
            "wbraid",
            "msclkid",
            "yclid",
            "igshid",
            "twclid",
            "mc_cid",
            "mc_eid",
            "mkt_tok",
            "cmpid",
            "ocid",
            "smid",
            "ns_campaign",
            "ns_mchannel",
            "ns_source",
            "xtor",
            "ref_src",
            "ref_url",
            "_ga",
            "_gl",
            "_hsenc",
            "_hsmi",
            "vero_id",
            "wt_mc",
            "s_cid",
            "ito",
            "taid",
            "sref",
            "traffic_source");
    private static final int LONGEST = 2_048;

    private CanonicalUrl() {}

    /** @throws ProblemException naming {@code field} if it is no web address */
    static String of(String url, String field) {
        if (url.length() > LONGEST) {
            throw ProblemException.badInput(field, "has more than " + LONGEST + " characters");
        }
        Matcher parts = ADDRESS.matcher(url.strip());
        if (!parts.matches()) {
            throw ProblemException.badInput(field, "has to be an address that starts with http:// or https://");
        }
        String scheme = parts.group(1).toLowerCase(Locale.ROOT);
        String path = parts.group(3).isEmpty() ? "/" : parts.group(3);
        return scheme + "://" + host(parts.group(2), scheme, field) + path + query(parts.group(4));
    }

    /** Scheme and host of a canonical address. */
    static String site(String canonical) {
        return canonical.substring(0, canonical.indexOf('/', canonical.indexOf("://") + 3));
    }

    private static String host(String authority, String scheme, String field) {
        // Who logs in is not where the article stands.
        String hostAndPort = authority.substring(authority.lastIndexOf('@') + 1);
        String defaultPort = scheme.equals("https") ? ":443" : ":80";
        if (hostAndPort.endsWith(defaultPort)) {
            hostAndPort = hostAndPort.substring(0, hostAndPort.length() - defaultPort.length());
        }
        if (hostAndPort.startsWith("[")) {
            return hostAndPort.toLowerCase(Locale.ROOT);
        }
        int colon = hostAndPort.indexOf(':');
        String host = colon < 0 ? hostAndPort : hostAndPort.substring(0, colon);
        String port = colon < 0 ? "" : hostAndPort.substring(colon);
        String bare = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        try {
            if (bare.isEmpty() || !port.matches("(:\\d{1,5})?")) {
                throw new IllegalArgumentException(hostAndPort);
            }
            return IDN.toASCII(bare, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT) + port;
        } catch (IllegalArgumentException e) {
            throw ProblemException.badInput(field, "names no host that can exist");
        }
    }

    private static String query(String query) {
        if (query == null) {
            return "";
        }
        String kept = Arrays.stream(query.split("&"))
                .filter(parameter -> !parameter.isEmpty() && !follows(parameter))
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }

    private static boolean follows(String parameter) {
        String name = parameter.split("=", 2)[0].toLowerCase(Locale.ROOT);
        return name.startsWith("utm_") || TRACKERS.contains(name);
    }
}
