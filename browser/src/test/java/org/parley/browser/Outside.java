package org.parley.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What lies outside the suite: a newspaper with a home page, a feed and stories, and an endpoint of a partner. */
final class Outside {

    private final HttpServer server;
    private final List<String> received = new CopyOnWriteArrayList<>();

    Outside() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> answer(exchange, "text/html", """
                <html><head><title>The Harbour Paper</title>
                <link rel="alternate" type="application/rss+xml" title="Harbour news" href="/feed.xml"></head>
                <body><h1>The Harbour Paper</h1></body></html>"""));
        server.createContext(
                "/feed.xml", exchange -> answer(exchange, "application/rss+xml", """
                <rss version="2.0"><channel><title>Harbour news</title><link>%1$s/</link>
                <item><title>Crane falls silent</title><link>%1$s/crane.html</link><guid>crane</guid></item>
                </channel></rss>""".formatted(address())));
        server.createContext(
                "/crane.html",
                exchange -> answer(
                        exchange,
                        "text/html",
                        story(
                                "Crane falls silent",
                                "Harbour master Imke Strand said on Monday that \"the crane will rest until May\".")));
        server.createContext(
                "/lock.html",
                exchange -> answer(
                        exchange,
                        "text/html",
                        story(
                                "Lock opens",
                                "Customs chief Tilde Aarup said on Monday that \"the lock is open to all barges\".")));
        server.createContext("/robots.txt", exchange -> {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.createContext("/endpoint", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    private static String story(String headline, String saying) {
        String filler =
                "<p>The quay was quiet in the morning, and the ferries kept to their times all through the week.</p>";
        return "<html><head><title>%s</title></head><body><nav>Home News</nav><article><p>%s</p>%s</article></body></html>"
                .formatted(headline, saying, filler.repeat(4));
    }

    private static void answer(HttpExchange exchange, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** As the suite's list of hosts it may ask wants it. */
    String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    String address() {
        return "http://" + host();
    }

    /** The bodies that came to the endpoint. */
    List<String> received() {
        return List.copyOf(received);
    }
}
