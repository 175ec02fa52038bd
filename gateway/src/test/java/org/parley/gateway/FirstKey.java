package org.parley.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The file with the first key, as the launcher makes it, and the settings of a machine of one's own. */
public final class FirstKey implements QuarkusTestResourceLifecycleManager {

    private static final String TEXT = "parley_" + "AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdE";

    /** What to send as {@code Authorization}. */
    public static String bearer() {
        return "Bearer " + TEXT;
    }

    @Override
    public Map<String, String> start() {
        try {
            Path file = Files.createTempFile("parley-first", ".key");
            Files.writeString(file, TEXT + "\n");
            return Map.of("parley.bootstrap-key-file", file.toString(), "parley.anonymous-read", "true");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        // The file is in the folder for temporary files.
    }
}
