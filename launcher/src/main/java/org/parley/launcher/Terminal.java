package org.parley.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Where messages go. Always UTF-8: the names in the news need it, and Java 17 would ask the locale. */
public final class Terminal {

    private static final PrintStream OUT = stream(FileDescriptor.out);
    private static final PrintStream ERR = stream(FileDescriptor.err);

    private Terminal() {}

    public static void say(String line) {
        OUT.println(line);
        OUT.flush();
    }

    public static void complain(String line) {
        ERR.println(line);
        ERR.flush();
    }

    /** Standard output as bytes, for what other programs read. */
    public static PrintStream out() {
        return OUT;
    }

    /** Whether a person looks at standard output. The script ./parley finds out and tells: Java 17 only knows of both ends at once. */
    public static boolean isTerminal() {
        return Boolean.getBoolean("parley.terminal");
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}
