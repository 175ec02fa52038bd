package org.parley.sources.article;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Cuts a stream of bytes into lines, without ever holding more than one line, and no line that is too long. */
public final class Lines {

    private static final int BUFFER = 64 * 1024;

    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;
    private int number;

    /** @param longest how many bytes a line may have */
    public Lines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /**
     * A line.
     *
     * @param number counted from 1
     * @param bytes without the line's end; null if the line was too long to hold
     */
    @SuppressWarnings("ArrayRecordComponent") // lines are read, never compared
    public record Line(int number, byte[] bytes) {

        /** Whether nothing is in it but white space. */
        public boolean isBlank() {
            for (byte b : bytes) {
                if (b < 0 || b > ' ') {
                    return false;
                }
            }
            return true;
        }
    }

    /** The next line, or null at the end. */
    public Line next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean tooLong = false;
        boolean any = false;
        while (fill()) {
            any = true;
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            tooLong |= line.size() + at - from > longest;
            if (!tooLong) {
                line.write(buffer, from, at - from);
            }
            if (at < end) {
                at++;
                break;
            }
        }
        if (!any) {
            return null;
        }
        number++;
        return new Line(number, tooLong ? null : withoutReturn(line.toByteArray()));
    }

    private boolean fill() throws IOException {
        if (at < end) {
            return true;
        }
        at = 0;
        end = in.read(buffer);
        return end > 0;
    }

    private static byte[] withoutReturn(byte[] line) {
        return line.length > 0 && line[line.length - 1] == '\r' ? java.util.Arrays.copyOf(line, line.length - 1) : line;
    }
}
