package org.parley.launcher.suite;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import org.parley.launcher.Failure;

/**
 * Where everything listens, all on this machine's loopback.
 *
 * @param gateway the public door; sources is one above, events two, PostgreSQL three
 */
record Ports(int gateway) {

    private static final int DEFAULT = 8080;
    private static final int HIGHEST = 65_535 - 3;

    static Ports of(Map<String, String> environment) {
        String text = environment.get("PARLEY_PORT");
        if (text == null || text.isBlank()) {
            return new Ports(DEFAULT);
        }
        try {
            int port = Integer.parseInt(text.strip());
            if (port >= 1 && port <= HIGHEST) {
                return new Ports(port);
            }
        } catch (NumberFormatException e) {
            // the same message as for a number that is no port
        }
        throw new Failure("PARLEY_PORT is \"" + text + "\". It must be a number from 1 to " + HIGHEST
                + "; that port and the three above it are used.");
    }

    int of(String service) {
        return switch (service) {
            case "gateway" -> gateway;
            case "sources" -> gateway + 1;
            case "events" -> gateway + 2;
            case "PostgreSQL" -> gateway + 3;
            default -> throw new IllegalArgumentException(service);
        };
    }

    String address(String service) {
        return "http://127.0.0.1:" + of(service);
    }

    /** Refuses with the name of what cannot have its port. */
    void checkFree(boolean withPostgres) {
        Map<String, Integer> wanted = new LinkedHashMap<>();
        for (String name : new String[] {"gateway", "sources", "events"}) {
            wanted.put(name, of(name));
        }
        if (withPostgres) {
            wanted.put("PostgreSQL", of("PostgreSQL"));
        }
        wanted.forEach(Ports::checkFree);
    }

    private static void checkFree(String name, int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            socket.setReuseAddress(true);
        } catch (BindException e) {
            throw new Failure(
                    "Port " + port + ", which " + name + " needs, cannot be had (" + e.getMessage()
                            + "). Stop what listens there, or set PARLEY_PORT to another number (it and the next three are used).");
        } catch (IOException e) {
            throw new Failure("Cannot look at port " + port + ": " + e.getMessage(), e);
        }
    }
}
