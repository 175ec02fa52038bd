package org.parley.launcher.home;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The last lines of a log, to be shown where something went wrong. */
public final class LogTail {

    private static final int LOOKED_AT = 16_384;

    private LogTail() {}

    public static String of(Path log, int lines) {
        try {
            if (!Files.exists(log)) {
                return "There is no log " + log + ".";
            }
            List<String> all = end(log).lines().toList();
            List<String> last = all.subList(Math.max(0, all.size() - lines), all.size());
            return "The end of " + log + ":\n  " + String.join("\n  ", last);
        } catch (IOException e) {
            return "Cannot read " + log + ": " + PrivateFiles.reason(e);
        }
    }

    private static String end(Path log) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long from = Math.max(0, file.length() - LOOKED_AT);
            byte[] bytes = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
