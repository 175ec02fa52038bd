package org.parley.gateway.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** A file of the console, as it is and compressed: once, rather than each time it is asked for. */
record Asset(byte[] plain, byte[] compressed) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._/-]+");

    /** Null if the build made no such file. */
    static Asset load(String path) {
        if (!NAME.matcher(path).matches() || path.contains("..")) {
            return null;
        }
        try (InputStream file =
                Thread.currentThread().getContextClassLoader().getResourceAsStream("META-INF/resources" + path)) {
            if (file == null) {
                return null;
            }
            byte[] plain = file.readAllBytes();
            ByteArrayOutputStream compressed = new ByteArrayOutputStream(plain.length / 2);
            try (GZIPOutputStream zip = new GZIPOutputStream(compressed)) {
                zip.write(plain);
            }
            return new Asset(plain, compressed.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("the console's file " + path + " cannot be read", e);
        }
    }
}
