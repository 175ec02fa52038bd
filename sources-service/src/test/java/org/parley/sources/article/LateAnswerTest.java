package org.parley.sources.article;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.parley.sources.Calls.json;
import static org.parley.sources.Calls.members;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.parley.sources.SourcesTest;
import org.parley.testkit.TestTokens;

/** Streams whose sender reads nothing before it has sent everything, as many programs do. */
@QuarkusTest
@SourcesTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class LateAnswerTest {

    /** Together more than what fits into both directions of a connection, in the lines as in their answers. */
    private static final int LINES = 70_000;

    private static final int STORED_EVERY = 1_000;
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    @Test
    void who_reads_only_after_it_has_sent_everything_gets_every_row_in_order() throws Exception {
        List<String> rows = assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            try (Socket socket = connected()) {
                send(socket, lines("Late"));
                return rows(socket);
            }
        });

        assertThat(rows).hasSize(LINES);
        for (int i = 0; i < LINES; i++) {
            String fate = i % STORED_EVERY == 0 ? "STORED" : "REFUSED";
            assertThat(rows.get(i)).startsWith("{\"line\":" + (i + 1) + ",\"fate\":\"" + fate + "\"");
        }
    }

    @Test
    @EnabledIf("openFilesAreListed")
    void what_was_put_aside_for_a_sender_that_goes_away_is_gone_too() throws Exception {
        try (Socket socket = connected()) {
            send(socket, lines("Gone"));
            await(() -> spools() == 1);
        }
        await(() -> spools() == 0);
    }

    static boolean openFilesAreListed() {
        return Files.exists(OPEN_FILES);
    }

    /** With small buffers, whatever this system's are. */
    private static Socket connected() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(64 * 1024);
        socket.setSendBufferSize(64 * 1024);
        socket.connect(new InetSocketAddress("127.0.0.1", RestAssured.port));
        return socket;
    }

    private static void send(Socket socket, byte[] lines) throws IOException {
        OutputStream out = socket.getOutputStream();
        // HTTP/1.0: the answer ends with the connection, and has no chunks.
        out.write("""
                POST /v1/articles/bulk HTTP/1.0\r
                Authorization: %s\r
                Content-Type: application/x-ndjson\r
                Content-Length: %d\r
                \r
                """.formatted(TestTokens.bearer("sources", "admin"), lines.length)
                .getBytes(US_ASCII));
        out.write(lines);
        out.flush();
    }

    private static List<String> rows(Socket socket) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        assertThat(reader.readLine()).contains(" 200 ");
        return reader.lines().filter(line -> line.startsWith("{")).toList();
    }

    /** Few are stored, so that it takes seconds; the others are refused in many words. */
    private static byte[] lines(String outlet) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        byte[] refused = (json(members("colour", "x".repeat(300))) + "\n").getBytes(UTF_8);
        for (int i = 0; i < LINES; i++) {
            lines.write(
                    i % STORED_EVERY == 0
                            ? (json(members("text", "Text " + i + ".", "outlet", outlet, "id", "l" + i)) + "\n")
                                    .getBytes(UTF_8)
                            : refused);
        }
        return lines.toByteArray();
    }

    private static long spools() throws IOException {
        try (Stream<Path> open = Files.list(OPEN_FILES)) {
            return open.filter(file -> target(file).contains(Spool.FILE_PREFIX)).count();
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            // Closed while the others were listed.
            return "";
        }
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).isLessThan(until);
            Thread.sleep(20);
        }
    }
}
