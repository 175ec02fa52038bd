package org.parley.kit.outbound;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the outside answered, whatever its status.
 *
 * @param url where the answer came from, after all redirects
 * @param movedTo the new address if every redirect on the way was a permanent one, else null
 * @param headers by name in lower case
 * @param body unpacked
 */
@SuppressWarnings("ArrayRecordComponent") // answers are read, never compared
public record OutboundAnswer(String url, String movedTo, int status, Map<String, List<String>> headers, byte[] body) {

    /** The first header of that name. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT))).map(values -> values.get(0));
    }
}
