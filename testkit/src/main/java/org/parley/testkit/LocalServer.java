package org.parley.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A real HTTP server on a loopback address that answers byte for byte what a test says, right or wrong, and counts who
 * connects. One request a connection.
 */
public final class LocalServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "local-server");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, Handler> handlers = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger brokenOff = new AtomicInteger();

    /** A request as it came; header names in lower case. */
    public record Request(String method, String path, Map<String, String> headers) {}

    /** Writes the whole answer, status line and all. */
    @FunctionalInterface
    public interface Handler {
        void answer(Request request, OutputStream out) throws IOException;
    }

    /** On 127.0.0.1, on a free port. */
    public LocalServer() {
        this("127.0.0.1", 0);
    }

    public LocalServer(String address, int port) {
        try {
            socket = listening(InetAddress.getByName(address), port);
        } catch (IOException e) {
            throw new UncheckedIOException("no server for the test", e);
        }
        threads.execute(this::accept);
    }

    /** A server that was just closed may have its port for a moment longer. */
    private static ServerSocket listening(InetAddress address, int port) throws IOException {
        Instant until = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                return new ServerSocket(port, 200, address);
            } catch (BindException e) {
                if (Instant.now().isAfter(until)) {
                    throw new IOException("port " + port + " of " + address + " is taken by others", e);
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    public int port() {
        return socket.getLocalPort();
    }

    public String url(String path) {
        return "http://" + socket.getInetAddress().getHostAddress() + ":" + port() + path;
    }

    /** How many connections were opened to it so far. */
    public int connections() {
        return connections.get();
    }

    /** How many callers hung up before they had the whole answer, as a client with limits does. */
    public int brokenOff() {
        return brokenOff.get();
    }

    /** The requests so far. */
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    /** Answers requests of this path, whatever their query. */
    public LocalServer on(String path, Handler handler) {
        handlers.put(path, handler);
        return this;
    }

    /** Answers requests of this path with a status, headers in pairs of name and value, and a body. */
    public LocalServer on(String path, int status, String body, String... headers) {
        return on(path, status, body.getBytes(UTF_8), headers);
    }

    /** The same with any bytes. */
    public LocalServer on(String path, int status, byte[] body, String... headers) {
        return on(path, (request, out) -> write(out, status, body, headers));
    }

    /** Writes an ordinary answer. */
    public static void write(OutputStream out, int status, byte[] body, String... headers) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Status\r\nConnection: close\r\n");
        for (int i = 0; i < headers.length; i += 2) {
            head.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
        }
        if (status != 304) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        out.write(head.append("\r\n").toString().getBytes(ISO_8859_1));
        if (status != 304) {
            out.write(body);
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket caller = socket.accept();
                connections.incrementAndGet();
                threads.execute(() -> serve(caller));
            } catch (IOException e) {
                // Closed, as accept() tells in no other way.
                return;
            }
        }
    }

    private void serve(Socket caller) {
        try (caller;
                InputStream in = new BufferedInputStream(caller.getInputStream());
                OutputStream out = caller.getOutputStream()) {
            String[] start = line(in).split(" ", 3);
            Map<String, String> headers = new TreeMap<>();
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                String[] header = line.split(":", 2);
                headers.put(header[0].toLowerCase(Locale.ROOT), header.length < 2 ? "" : header[1].strip());
            }
            if (start.length < 2) {
                return;
            }
            Request request = new Request(start[0], start[1], headers);
            requests.add(request);
            Handler handler = handlers.get(start[1].split("\\?", 2)[0]);
            if (handler == null) {
                write(out, 404, "nothing here".getBytes(UTF_8));
            } else {
                handler.answer(request, out);
            }
            out.flush();
        } catch (IOException e) {
            brokenOff.incrementAndGet();
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.append((char) c);
        }
        return line.toString().stripTrailing();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }
}
