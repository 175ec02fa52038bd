package org.parley.kit.outbound;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request to the outside.
 *
 * @param url an http or https address, as somebody wrote it
 * @param headers sent as they are; {@code Authorization} and {@code Cookie} only to the host that was asked first
 * @param body makes it a POST, which follows no redirects; null makes it a GET
 * @param maxBytes the longest body that is read, as sent and once unpacked
 * @param cut whether a longer body is cut off there; else it is a failure
 */
@SuppressWarnings("ArrayRecordComponent") // requests are sent, never compared
public record OutboundRequest(String url, Map<String, String> headers, byte[] body, int maxBytes, boolean cut) {

    /** A GET. */
    public static OutboundRequest get(String url, int maxBytes) {
        return new OutboundRequest(url, Map.of(), null, maxBytes, false);
    }

    /** A POST of these bytes. */
    public static OutboundRequest post(String url, byte[] body, int maxBytes) {
        return new OutboundRequest(url, Map.of(), body, maxBytes, false);
    }

    /** The same with one more header; a null value adds none. */
    public OutboundRequest with(String header, String value) {
        if (value == null) {
            return this;
        }
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new OutboundRequest(url, Map.copyOf(more), body, maxBytes, cut);
    }

    /** The same, for one who wants the beginning of the answer only. */
    public OutboundRequest cutting() {
        return new OutboundRequest(url, headers, body, maxBytes, true);
    }
}
