package org.parley.kit.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.kit.outbound.OutboundException.Reason;
import org.parley.testkit.LocalServer;

/** Requests that try to reach what is not public; %d in an address is the port of a listener that must not be reached. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ForgeryTest {

    private static final Map<String, List<String>> NAMES = Map.of(
            "public.test", List.of("93.184.215.14"),
            "private.test", List.of("127.0.0.1"),
            "mixed.test", List.of("93.184.215.14", "::1"),
            "mapped.test", List.of("::ffff:127.0.0.1"),
            "nat64.test", List.of("64:ff9b::7f00:1"),
            "link.test", List.of("fe80::1"),
            "localhost", List.of("127.0.0.1"));

    private final LocalServer listener = new LocalServer();
    private final LocalServer elsewhere = new LocalServer();
    private final OutboundHttp http = new OutboundHttp(
            OutboundTestSettings.closed(80, 443, listener.port(), elsewhere.port())
                    .open("127.0.0.1:" + elsewhere.port()),
            ForgeryTest::lookUp);

    @AfterEach
    void close() throws Exception {
        http.close();
        listener.close();
        elsewhere.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/",
                "http://127.1:%d/",
                "http://0.0.0.0:%d/",
                "http://2130706433:%d/",
                "http://0x7f.1:%d/",
                "http://017700000001:%d/",
                "http://0177.0.0.1:%d/",
                "http://[::1]:%d/",
                "http://[::]:%d/",
                "http://[::ffff:127.0.0.1]:%d/",
                "http://[::ffff:7f00:1]:%d/",
                "http://[64:ff9b::7f00:1]:%d/",
                "http://[2002:7f00:1::]:%d/",
                "http://10.0.0.1:%d/",
                "http://172.16.0.1:%d/",
                "http://192.168.0.1:%d/",
                "http://100.64.0.1:%d/",
                "http://169.254.169.254/latest/meta-data/",
                "http://[fe80::1]:%d/",
                "http://[fc00::1]:%d/",
                "http://224.0.0.1:%d/",
                "http://[ff02::1]:%d/",
                "http://255.255.255.255:%d/",
                "http://localhost:%d/",
                "http://localhost.:%d/",
                "http://LOCALHOST:%d/",
                "http://private.test:%d/",
                "http://private.test.:%d/",
                "http://mixed.test:%d/",
                "http://mapped.test:%d/",
                "http://nat64.test:%d/",
                "http://link.test:%d/",
                "http://127\u30020\u30020\u30021:%d/",
                "http://\u2460\u2461\u2466.0.0.1:%d/",
                "http://public.test@127.0.0.1:%d/",
                "http://127.0.0.1:%d#@public.test/",
                "http://user:secret@public.test:%d/",
                "http://127.0.0.1:%d\\@public.test/",
                "file:///etc/passwd",
                "jar:http://public.test!/x",
                "ftp://127.0.0.1:%d/",
                "gopher://127.0.0.1:%d/",
                "http://public.test:22/",
                "http://public.test:25/",
                "http://public.test:5432/",
                "http://127.0.0.1\r\nHost: x:%d/",
                "HTTP://127.0.0.1:%d/",
                "http:127.0.0.1:%d/",
                "http://:%d/",
                "http://[::1%%lo]:%d/",
                "//127.0.0.1:%d/",
                ""
            })
    void nothing_that_is_not_public_is_asked_directly_or_by_redirect(String pattern) {
        String url = pattern.contains("%d") ? pattern.formatted(listener.port()) : pattern;
        var direct = catchThrowableOfType(OutboundException.class, () -> http.send(OutboundRequest.get(url, 1_000)));
        var posted = catchThrowableOfType(
                OutboundException.class, () -> http.send(OutboundRequest.post(url, new byte[] {1}, 1_000)));
        elsewhere.on("/", 302, "", "Location", url);
        var redirected = catchThrowableOfType(
                OutboundException.class, () -> http.send(OutboundRequest.get(elsewhere.url("/"), 1_000)));

        assertThat(direct.reason()).isEqualTo(Reason.REFUSED);
        assertThat(posted.reason()).isEqualTo(Reason.REFUSED);
        assertThat(redirected.reason()).isIn(Reason.REFUSED, Reason.REDIRECTS, Reason.UNREACHABLE, Reason.BROKEN);
        assertThat(listener.connections()).isZero();
    }

    @Test
    void a_name_that_turns_private_after_the_first_answer_is_not_followed() {
        var asked = new AtomicInteger();
        var rebinding = new OutboundHttp(
                OutboundTestSettings.closed(listener.port()),
                host -> lookUp(asked.getAndIncrement() == 0 ? "public.test" : "private.test"));

        var first = catchThrowableOfType(
                OutboundException.class,
                () -> rebinding.send(OutboundRequest.get("http://turning.test:" + listener.port() + "/", 1_000)));
        var second = catchThrowableOfType(
                OutboundException.class,
                () -> rebinding.send(OutboundRequest.get("http://turning.test:" + listener.port() + "/", 1_000)));

        // One look-up a connection: what was checked is what was connected to.
        assertThat(asked.get()).isEqualTo(2);
        assertThat(first.reason()).isIn(Reason.TIMEOUT, Reason.UNREACHABLE);
        assertThat(second.reason()).isEqualTo(Reason.REFUSED);
        assertThat(listener.connections()).isZero();
    }

    @Test
    void how_long_a_refusal_takes_does_not_tell_what_is_there() {
        List<Long> there = new ArrayList<>();
        List<Long> notThere = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            there.add(nanos("http://127.0.0.1:" + listener.port() + "/"));
            notThere.add(nanos("http://10.255.255.1:" + listener.port() + "/"));
        }
        there.sort(null);
        notThere.sort(null);
        assertThat(Math.abs(there.get(10) - notThere.get(10))).isLessThan(50_000_000L);
    }

    @Test
    void an_entry_of_the_allow_list_opens_one_host_and_port_and_no_other() throws Exception {
        elsewhere.on("/", 200, "open");
        assertThat(http.send(OutboundRequest.get(elsewhere.url("/"), 1_000)).status())
                .isEqualTo(200);
        for (String url : List.of(
                listener.url("/"),
                "http://127.0.0.2:" + elsewhere.port() + "/",
                "http://private.test:" + elsewhere.port() + "/")) {
            assertThat(catchThrowableOfType(OutboundException.class, () -> http.send(OutboundRequest.get(url, 1_000)))
                            .reason())
                    .as(url)
                    .isEqualTo(Reason.REFUSED);
        }
        assertThat(elsewhere.connections()).isEqualTo(1);
    }

    @Test
    void a_proxy_is_used_when_it_is_set_and_does_not_reach_what_is_not_public() throws Exception {
        elsewhere.on("http://unknown-here.test/feed", 200, "by proxy");
        try (var proxied = new OutboundHttp(
                OutboundTestSettings.closed(80, listener.port()).through("http://127.0.0.1:" + elsewhere.port()),
                ForgeryTest::lookUp)) {
            assertThat(proxied.send(OutboundRequest.get("http://unknown-here.test/feed", 1_000))
                            .body())
                    .asString()
                    .isEqualTo("by proxy");
            for (String url : List.of("http://private.test/", "http://169.254.169.254/", listener.url("/"))) {
                assertThat(catchThrowableOfType(
                                        OutboundException.class, () -> proxied.send(OutboundRequest.get(url, 1_000)))
                                .reason())
                        .isEqualTo(Reason.REFUSED);
            }
        }
        assertThat(elsewhere.connections()).isEqualTo(1);
    }

    private long nanos(String url) {
        long start = System.nanoTime();
        var refused = catchThrowableOfType(OutboundException.class, () -> http.send(OutboundRequest.get(url, 1_000)));
        assertThat(refused.reason()).isEqualTo(Reason.REFUSED);
        return System.nanoTime() - start;
    }

    private static InetAddress[] lookUp(String host) throws UnknownHostException {
        List<String> addresses = NAMES.get(host);
        if (addresses == null) {
            if (host.matches("[0-9a-f:.]+")) {
                return InetAddress.getAllByName(host);
            }
            throw new UnknownHostException(host);
        }
        List<InetAddress> found = new ArrayList<>();
        for (String address : addresses) {
            found.add(InetAddress.getByName(address));
        }
        return found.toArray(InetAddress[]::new);
    }
}
