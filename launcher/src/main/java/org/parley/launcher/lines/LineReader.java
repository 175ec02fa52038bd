package org.parley.launcher.lines;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads the lines of a file as bytes. Java's own reader decodes as it goes, so that one bad byte is silently replaced, and
 * holds a line of any length; here the bytes stay as they are, and of a line over the limit only the first part is kept.
 */
public final class LineReader implements Closeable {

    private final InputStream in;
    private final int limit;
    private final byte[] buffer = new byte[65_536];
    private int at;
    private int end;
    private int number;

    /** @param limit most bytes a line can have */
    public LineReader(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /** The next line, without its line feed; null at the end. */
    public Line next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean any = false;
        while (true) {
            if (at == end && !fill()) {
                return any ? line(line) : null;
            }
            any = true;
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            // One byte over the limit is kept, to know that there were more.
            line.write(buffer, from, Math.min(at - from, limit + 1 - line.size()));
            if (at < end) {
                at++;
                return line(line);
            }
        }
    }

    private Line line(ByteArrayOutputStream bytes) {
        number++;
        return new Line(number, bytes.toByteArray(), bytes.size() > limit);
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /**
     * One line.
     *
     * @param number counted from 1
     * @param bytes as they stand in the file, without the line feed
     * @param tooLong whether the line is longer than can be worked on; then the rest of it is missing
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way from a file to a socket; nobody compares them
    public record Line(int number, byte[] bytes, boolean tooLong) {

        public boolean isBlank() {
            for (byte b : bytes) {
                if (b != ' ' && b != '\t' && b != '\r') {
                    return false;
                }
            }
            return true;
        }

        /** The line as text; an exception where it is no UTF-8. */
        public String text() throws CharacterCodingException {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        }
    }
}
