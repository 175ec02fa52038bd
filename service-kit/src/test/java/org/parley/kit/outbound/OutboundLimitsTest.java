package org.parley.kit.outbound;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.kit.outbound.OutboundException.Reason;
import org.parley.testkit.LocalServer;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OutboundLimitsTest {

    private static final int MOST = 1_000_000;

    private final LocalServer server = new LocalServer();
    private final LocalServer other = new LocalServer();
    private final OutboundHttp http = new OutboundHttp(
            OutboundTestSettings.closed(80).open("127.0.0.1:" + server.port(), "127.0.0.1:" + other.port()));

    @AfterEach
    void close() throws Exception {
        http.close();
        server.close();
        other.close();
    }

    @Test
    void an_answer_is_what_came_unpacked_with_its_headers() throws Exception {
        server.on("/a", 200, gzip("hello".getBytes(UTF_8)), "Content-Encoding", "gzip", "ETag", "W/\"1\"");

        OutboundAnswer answer = http.send(get("/a?q=\u00e4 b|c").with("If-None-Match", "\"0\""));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).asString().isEqualTo("hello");
        assertThat(answer.header("etag")).contains("W/\"1\"");
        assertThat(answer.movedTo()).isNull();
        var request = server.requests().get(0);
        assertThat(request.path()).isEqualTo("/a?q=%C3%A4%20b%7Cc");
        assertThat(request.headers())
                .containsEntry("user-agent", "Parley test")
                .containsEntry("if-none-match", "\"0\"")
                .doesNotContainKey("cookie");
    }

    @Test
    void a_body_is_cut_off_where_it_gets_too_long_packed_or_unpacked() throws Exception {
        server.on("/bomb", 200, gzip(new byte[200_000_000]), "Content-Encoding", "gzip");
        server.on("/long", (request, out) -> {
            out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(ISO_8859_1));
            while (true) {
                out.write("1000\r\n".getBytes(ISO_8859_1));
                out.write(new byte[0x1000]);
                out.write("\r\n".getBytes(ISO_8859_1));
            }
        });
        server.on("/not-gzip", 200, "plain", "Content-Encoding", "gzip");

        assertThat(reason("/bomb")).isEqualTo(Reason.TOO_LARGE);
        assertThat(reason("/long")).isEqualTo(Reason.TOO_LARGE);
        assertThat(reason("/not-gzip")).isEqualTo(Reason.BROKEN);
    }

    @Test
    void waiting_ends_whether_nothing_comes_or_a_byte_at_a_time() {
        server.on("/silent", (request, out) -> pause(10_000));
        server.on("/trickle", (request, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n".getBytes(ISO_8859_1));
            for (int i = 0; i < 1000; i++) {
                out.write('x');
                out.flush();
                pause(200);
            }
        });

        long start = System.nanoTime();
        assertThat(reason("/silent")).isEqualTo(Reason.TIMEOUT);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(1_500), Duration.ofSeconds(4));
        start = System.nanoTime();
        assertThat(reason("/trickle")).isEqualTo(Reason.TIMEOUT);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(6));
    }

    @Test
    void redirects_are_followed_as_far_as_they_lead_somewhere() throws Exception {
        server.on("/old", 301, "", "Location", "/older");
        server.on("/older", 308, "", "Location", "new?x=1");
        server.on("/new", 200, "here");
        server.on("/for-now", 302, "", "Location", "/new");
        server.on("/loop", 302, "", "Location", "/loop2");
        server.on("/loop2", 302, "", "Location", "/loop");
        server.on("/nowhere", 302, "");
        server.on(
                "/endless",
                (request, out) ->
                        LocalServer.write(out, 302, new byte[0], "Location", "/endless?" + System.nanoTime()));

        assertThat(http.send(get("/old")).movedTo()).isEqualTo(server.url("/new?x=1"));
        assertThat(http.send(get("/for-now")).movedTo()).isNull();
        assertThat(reason("/loop")).isEqualTo(Reason.REDIRECTS);
        assertThat(reason("/nowhere")).isEqualTo(Reason.REDIRECTS);
        assertThat(reason("/endless")).isEqualTo(Reason.REDIRECTS);
    }

    @Test
    void credentials_stay_with_the_host_they_are_for() throws Exception {
        server.on("/here", 302, "", "Location", "/there");
        server.on("/there", 302, "", "Location", other.url("/away"));
        other.on("/away", 302, "", "Location", "/end", "Set-Cookie", "a=b");
        other.on("/end", 200, "done");

        http.send(get("/here").with("Authorization", "Bearer secret"));

        assertThat(server.requests())
                .allSatisfy(request -> assertThat(request.headers()).containsKey("authorization"));
        assertThat(other.requests())
                .hasSize(2)
                .allSatisfy(request -> assertThat(request.headers()).doesNotContainKeys("authorization", "cookie"));
    }

    @Test
    void what_is_no_answer_has_a_reason() throws Exception {
        server.on(
                "/noise",
                (request, out) -> out.write(
                        "\u0000\u0001 not http at all\n\n\n\n".repeat(50).getBytes(UTF_8)));
        server.on(
                "/half",
                (request, out) -> out.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf".getBytes(UTF_8)));
        int closed;
        try (var gone = new LocalServer()) {
            closed = gone.port();
        }
        try (var open = new OutboundHttp(OutboundTestSettings.closed(80).open("127.0.0.1:" + closed))) {
            var failure = catchThrowableOfType(
                    OutboundException.class,
                    () -> open.send(OutboundRequest.get("http://127.0.0.1:" + closed + "/", MOST)));
            assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
        }
        assertThat(reason("/noise")).isIn(Reason.BROKEN, Reason.UNREACHABLE);
        assertThat(reason("/half")).isIn(Reason.UNREACHABLE, Reason.BROKEN);
    }

    @Test
    void a_server_whose_certificate_is_not_to_be_trusted_is_not_read(@TempDir Path folder) throws Exception {
        Path keys = folder.resolve("keys.p12");
        var keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "a",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=other.test",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        keys.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance(keys.toFile(), "changeit".toCharArray());
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        HttpsServer secure = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        secure.setHttpsConfigurator(new HttpsConfigurator(context));
        secure.start();
        int port = secure.getAddress().getPort();
        try (var open = new OutboundHttp(OutboundTestSettings.closed(80).open("127.0.0.1:" + port))) {
            var failure = catchThrowableOfType(
                    OutboundException.class,
                    () -> open.send(OutboundRequest.get("https://127.0.0.1:" + port + "/", MOST)));
            assertThat(failure.reason()).isEqualTo(Reason.TLS);
        } finally {
            secure.stop(0);
        }
    }

    private OutboundRequest get(String path) {
        return OutboundRequest.get(server.url(path), MOST);
    }

    private Reason reason(String path) {
        return catchThrowableOfType(OutboundException.class, () -> http.send(get(path)))
                .reason();
    }

    private static byte[] gzip(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
