package org.parley.kit.outbound;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;

/** Reads an answer, counting its bytes as they were sent and as they are once unpacked. */
final class Bodies {

    private Bodies() {}

    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }

    static final class Unreadable extends IOException {
        private static final long serialVersionUID = 1L;

        Unreadable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    static OutboundAnswer read(ClassicHttpResponse answer, String url, int maxBytes, boolean cut) throws IOException {
        Map<String, List<String>> headers = new HashMap<>();
        for (Header header : answer.getHeaders()) {
            headers.computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(header.getValue());
        }
        byte[] body = answer.getEntity() == null
                ? new byte[0]
                : read(answer.getEntity().getContent(), headers.get("content-encoding"), maxBytes, cut);
        return new OutboundAnswer(url, null, answer.getCode(), headers, body);
    }

    private static byte[] read(InputStream sent, List<String> encodings, int maxBytes, boolean cut) throws IOException {
        String encoding = encodings == null ? "" : encodings.get(0).strip().toLowerCase(Locale.ROOT);
        // Cut off, what was sent can be longer than what is kept: the end of a packed body is never reached.
        InputStream counted = cut ? sent : new Limited(sent, maxBytes);
        switch (encoding) {
            case "", "identity" -> {
                return cut ? counted.readNBytes(maxBytes) : drained(counted);
            }
            case "gzip", "x-gzip" -> {
                try {
                    InputStream unpacked = new GZIPInputStream(counted);
                    return cut ? unpacked.readNBytes(maxBytes) : drained(new Limited(unpacked, maxBytes));
                } catch (ZipException e) {
                    throw new Unreadable("not gzip", e);
                }
            }
            default -> throw new Unreadable("packed as " + encoding, null);
        }
    }

    private static byte[] drained(InputStream in) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        in.transferTo(out);
        return out.toByteArray();
    }

    private static final class Limited extends FilterInputStream {

        private long left;

        Limited(InputStream in, int most) {
            super(in);
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            left -= Math.max(read, 0);
            if (left < 0) {
                throw new TooLarge();
            }
            return read;
        }
    }
}
