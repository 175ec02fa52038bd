package org.parley.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports that nothing uses, for a suite nobody has to find: a test's, or the one that makes the class archives. */
public final class FreePorts {

    private FreePorts() {}

    /** A port of which the next three are free too; below the range from which the system takes ports for outgoing connections. */
    public static int four() {
        for (int tried = 0; tried < 200; tried++) {
            int first = ThreadLocalRandom.current().nextInt(15_000, 32_000);
            if (isFree(first) && isFree(first + 1) && isFree(first + 2) && isFree(first + 3)) {
                return first;
            }
        }
        throw new IllegalStateException("no four free ports in a row");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
